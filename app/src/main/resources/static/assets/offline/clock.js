// Clocks of phones are wrong by hours and days, and people turn them. So the phone says what its clock said when
// something was typed in, what it says now, and how long it took as measured without the clock where that is possible.

// performance.now() goes on evenly, but only as long as this page lives: timeOrigin tells pages apart.
export function stamp() {
  return { wall: Date.now(), even: performance.now(), run: performance.timeOrigin };
}

// The headers that go with an entry which was stamped then.
export function claim(made, now = stamp()) {
  const headers = { 'Lectern-Made-At': iso(made.wall), 'Lectern-Sent-At': iso(now.wall) };
  const waited = waitedFor(made, now);
  if (waited !== null) {
    headers['Lectern-Waited'] = String(Math.round(waited / 1000));
  }
  return headers;
}

// Milliseconds in between; null when the clock was turned back meanwhile, so that nobody knows.
function waitedFor(made, now) {
  const waited = made.run === now.run ? now.even - made.even : now.wall - made.wall;
  return waited < 0 ? null : waited;
}

function iso(wall) {
  return new Date(wall).toISOString();
}
