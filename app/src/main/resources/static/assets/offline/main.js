// On every page of a keeper or speaker: keeps pages for when there is no signal, holds what is typed in until it has
// arrived, and says how much waits. Without this script the forms are sent as they are.
import { showList } from './list.js';
import { fillFrom, markWhatNeedsSignal, watchForms } from './forms.js';
import { outbox } from './outbox.js';
import { keepPages } from './register.js';

try {
  const box = await outbox();
  watchForms(box);
  await fillFrom(box);
  showList(box);
  box.start();
} catch (refused) {
  // Some browsers have no database in private windows: the forms are sent as they are.
  console.info(refused);
}
markWhatNeedsSignal();
keepPages();
