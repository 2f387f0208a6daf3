// Draws month and week. The server sends times of the region's clock without a zone; UTC here only means "as it stands".
const box = document.querySelector('[data-calendar]');
if (box && box.offsetParent !== null) {
  draw(box);
}

function draw(box) {
  const words = box.dataset;
  const narrow = matchMedia('(max-width: 767px)').matches;
  const month = words.calendar === 'month';
  const begun = Date.now();
  const calendar = new FullCalendar.Calendar(box, {
    initialView: month ? 'dayGridMonth' : narrow ? 'listWeek' : 'timeGridWeek',
    initialDate: words.day,
    timeZone: 'UTC',
    now: () => new Date(Date.parse(`${words.now}Z`) + Date.now() - begun).toISOString(),
    locale: document.documentElement.lang.toLowerCase() === 'zh-cn' ? 'zh-cn' : 'en',
    firstDay: 1,
    headerToolbar: false,
    height: 'auto',
    expandRows: true,
    allDaySlot: false,
    nowIndicator: true,
    ...(month ? {} : { dayHeaderFormat: { weekday: 'short', day: 'numeric', month: 'short' } }),
    slotMinTime: '06:00',
    slotDuration: '01:00',
    slotLabelFormat: { hour: '2-digit', minute: '2-digit', hour12: false },
    eventTimeFormat: { hour: '2-digit', minute: '2-digit', hour12: false },
    eventMinHeight: 40,
    slotEventOverlap: false,
    fixedWeekCount: false,
    // In a month a talk has no end: it belongs to the day on which it starts.
    defaultTimedEventDuration: '00:01',
    dayMaxEvents: month ? 4 : false,
    eventMaxStack: 3,
    navLinks: true,
    navLinkDayClick: (date) => goTo(date),
    moreLinkClick: (info) => goTo(info.date),
    moreLinkContent: (info) => words.more.replace('#', info.num),
    noEventsContent: words.none,
    events: (wanted, done, failed) => read(wanted, narrow && month, !month).then(done, failed),
    eventSourceFailure: () => say(words.failed),
    eventContent: (info) => ({ domNodes: content(info, month) }),
    eventDidMount: (info) => label(info),
  });
  calendar.render();
  tidy();
  new MutationObserver(tidy).observe(box, { childList: true, subtree: true });

  // What FullCalendar draws as a grid of hours is none to a screen reader, and what opens a day is a button.
  function tidy() {
    for (const part of box.querySelectorAll('.fc-timegrid [role=grid], .fc-timegrid [role=rowgroup], .fc-timegrid [role=row], .fc-timegrid [role=gridcell], .fc-timegrid [role=columnheader]')) {
      part.setAttribute('role', 'presentation');
    }
    for (const link of box.querySelectorAll('.fc-more-link:not([role])')) {
      link.setAttribute('role', 'button');
      link.removeAttribute('aria-controls');
    }
  }

  function goTo(date) {
    const there = new URL(words.days, location.href);
    there.searchParams.set('day', date.toISOString().slice(0, 10));
    location.href = there;
  }

  async function read(wanted, onlyCounts, byHour) {
    const address = new URL(words.source, location.href);
    address.searchParams.set('from', wanted.startStr.slice(0, 10));
    address.searchParams.set('until', wanted.endStr.slice(0, 10));
    address.searchParams.set('byHour', byHour);
    address.searchParams.set('onlyCounts', onlyCounts);
    const answer = await fetch(address, { headers: { Accept: 'application/json' } });
    if (!answer.ok || answer.redirected) {
      throw new Error(answer.status);
    }
    const stretch = await answer.json();
    box.classList.toggle('is-counted', stretch.counted);
    return stretch.counted ? stretch.counts.map(counted) : stretch.talks.map(shown);
  }

  function counted(each) {
    const there = new URL(words.days, location.href);
    there.searchParams.set('day', each.day);
    return {
      start: each.start,
      end: each.end ?? undefined,
      allDay: each.end === null,
      url: there.pathname + there.search,
      extendedProps: each,
      classNames: ['cal-count'],
    };
  }

  function shown(each) {
    return {
      start: each.start,
      end: month ? undefined : sameDay(each.start, each.end),
      url: each.href,
      title: each.topic,
      extendedProps: each,
      classNames: ['cal-talk', `cal-${each.look}`],
    };
  }

  // Past midnight it still belongs to the day on which it starts.
  function sameDay(start, end) {
    return end.slice(0, 10) === start.slice(0, 10) ? end : `${start.slice(0, 10)}T23:59:59`;
  }

  function talks(number) {
    return number === 1 ? words.one : words.count.replace('#', number);
  }

  function content(info, month) {
    const each = info.event.extendedProps;
    if (each.talks !== undefined) {
      return [
        part('strong', narrow && month ? each.talks : talks(each.talks)),
        ...(each.open > 0 ? [part('span', narrow && month ? each.open : words.open.replace('#', each.open), 'cal-count-open')] : []),
        ...(each.offered > 0 && !(narrow && month) ? [part('span', words.offered.replace('#', each.offered), 'cal-count-offered')] : []),
      ];
    }
    return [part('span', each.start.slice(11, 16), 'cal-when'), part('span', each.topic, 'cal-topic'), part('span', each.unit, 'cal-unit')];
  }

  function label(info) {
    const each = info.event.extendedProps;
    const text = each.talks === undefined
      ? `${each.start.slice(11, 16)} ${each.topic} · ${each.unit} · ${each.venue}`
      : `${each.day} ${talks(each.talks)}`;
    info.el.setAttribute('title', text);
    info.el.setAttribute('aria-label', text);
  }
}

function part(tag, text, name) {
  const made = document.createElement(tag);
  made.textContent = text;
  if (name) {
    made.className = name;
  }
  return made;
}

function say(text) {
  const note = document.createElement('div');
  note.className = 'alert alert-danger';
  note.setAttribute('role', 'alert');
  note.textContent = text;
  document.getElementById('toasts').replaceChildren(note);
}
