import { type Uri, window } from 'vscode'
import { ask, askKey, create, folderFor, selectedWords } from './new-file'
import { actorSchemas, actorText, isActorKey, slug } from './new-text'

let question = { title: 'New actor', mark: '@', isKey: isActorKey, file: (key: string) => `${key}.actor.md` }

/** Asks for a name, a key and a kind, and makes a dossier. */
export async function newActor(folder?: Uri) {
  let place = await folderFor(folder)
  if (!place) return
  let name = await ask({
    title: 'New actor',
    value: selectedWords(),
    prompt: 'The full name, as it should be shown.',
    check: async value => !slug(value) && 'A name needs a letter or a digit.'
  })
  if (!name) return
  let key = await askKey(question, place, slug(name))
  if (!key) return
  let schema = await window.showQuickPick(actorSchemas, {
    title: 'New actor',
    placeHolder: 'What kind of actor is it?'
  })
  if (schema) await create(place, question.file(key), actorText(name, schema))
}
