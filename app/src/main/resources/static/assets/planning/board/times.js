// Minutes of the plan's period, in words.
export const DAY = 1440;
const language = document.documentElement.lang;
const names = new Map();

export function dayOf(minute) {
  return Math.floor(minute / DAY);
}

export function dayName(firstDay, day) {
  const key = `${firstDay} ${day}`;
  if (!names.has(key)) {
    names.set(key, written(firstDay, day, { month: 'short', day: 'numeric', weekday: 'short' }));
  }
  return names.get(key);
}

export function written(firstDay, day, options) {
  const date = new Date(`${firstDay}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + day);
  return new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(date);
}

export function clock(minute) {
  const inDay = ((minute % DAY) + DAY) % DAY;
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
}
