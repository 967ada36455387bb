import type { Uri } from 'vscode'
import { ask, create, exists, folderFor, selectedWords } from './new-file'
import { noteText, slug } from './new-text'

/** Asks for a title and makes a draft of it. From the explorer's menu, `folder` is the folder clicked. */
export async function newNote(folder?: Uri) {
  let place = await folderFor(folder)
  if (!place) return
  let file = (title: string) => `${slug(title)}.note.md`
  let title = await ask({
    title: 'New note',
    value: selectedWords(),
    prompt: 'The note’s title. A question makes a good one.',
    check: async value =>
      slug(value)
        ? (await exists(place, file(value))) && `There is a file ${file(value)} already.`
        : 'A title needs a letter or a digit.'
  })
  if (title) await create(place, file(title), noteText(title, new Date()))
}
