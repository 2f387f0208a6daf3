// Where a minute of the period stands. The night, in which nobody speaks or is free, takes no room.
import { state } from '../state.js';
import { DAY } from '../times.js';

const DAYS_SHOWN = { day: 1, week: 7, month: 31 };
export const scale = { zoom: 'week', dayWidth: 100, first: 480, span: 600, days: 0, width: 0 };

// The hours of the day in which something is.
export function measure() {
  let first = DAY;
  let last = 0;
  const see = (from, to) => {
    const start = from % DAY;
    first = Math.min(first, start);
    last = Math.max(last, Math.min(DAY, start + to - from));
  };
  for (const speaker of state.data.speakers) {
    for (let i = 0; i < speaker.free.length; i += 2) {
      see(speaker.free[i], speaker.free[i] + speaker.free[i + 1]);
    }
    speaker.booked.forEach((each) => see(each.from, each.to));
    speaker.talks.forEach((talk) => see(talk.start, talk.start + talk.minutes));
  }
  scale.first = first < last ? Math.floor(first / 60) * 60 : 480;
  scale.span = (first < last ? Math.ceil(last / 60) * 60 : 1080) - scale.first;
  scale.days = state.data.days;
}

export function fit(width) {
  scale.dayWidth = Math.max(scale.zoom === 'month' ? 22 : scale.zoom === 'week' ? 64 : width < 400 ? 620 : 300, width / Math.min(scale.days, DAYS_SHOWN[scale.zoom]));
  scale.width = Math.ceil(scale.dayWidth * scale.days);
}

export function x(minute) {
  const day = Math.floor(minute / DAY);
  const within = Math.min(1, Math.max(0, (minute - day * DAY - scale.first) / scale.span));
  return (day + within) * scale.dayWidth;
}

export function minuteAt(left) {
  const day = Math.min(scale.days - 1, Math.max(0, Math.floor(left / scale.dayWidth)));
  const within = left / scale.dayWidth - day;
  return Math.round(day * DAY + scale.first + Math.min(1, Math.max(0, within)) * scale.span);
}

export function minutesFor(pixels) {
  return pixels * scale.span / scale.dayWidth;
}
