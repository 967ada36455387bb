import type { Uri } from 'vscode'
import { ask, askKey, create, folderFor, selectedWords } from './new-file'
import { isSourceKey, slug, sourceFile, sourceText } from './new-text'

let question = { title: 'New source', mark: '[^', isKey: isSourceKey, file: sourceFile }

/** Asks for a title and a key, and makes a source whose captured text waits to be pasted. */
export async function newSource(folder?: Uri) {
  let place = await folderFor(folder)
  if (!place) return
  let title = await ask({
    title: 'New source',
    value: selectedWords(),
    prompt: 'The title of the report, interview, post or table.',
    check: async value => !slug(value) && 'A title needs a letter or a digit.'
  })
  if (!title) return
  let key = await askKey(question, place, slug(title))
  if (key) await create(place, sourceFile(key), sourceText(title, key, new Date()))
}
