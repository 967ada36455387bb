import assert from 'node:assert'
import { readFileSync } from 'node:fs'

interface Item {
  command?: string
  when?: string
}
let { contributes } = JSON.parse(readFileSync('package.json', 'utf8'))
let commands: { command: string; enablement?: string }[] = contributes.commands
let menus: { [menu: string]: Item[] } = contributes.menus
let welcome: { view: string; contents: string; when?: string }[] = contributes.viewsWelcome
let offeredBy = (contents: string) => [...contents.matchAll(/\(command:([\w.]+)\)/g)].map(found => found[1])

/** Whether a when clause of ours holds for what is known: `&&` between terms, of which those that are not asked about may hold. */
function mayHold(when: string | undefined, known: { [term: string]: boolean }) {
  return (when ?? 'true').split(' && ').every(term => known[term] ?? true)
}
let noNote = {
  false: false,
  'editorLangId == provenote': false,
  'editorLangId == provenote || resourceFilename =~ /actors\\.yaml$/': false
}
let noFolder = { ...noNote, 'workspaceFolderCount > 0': false, 'workspaceFolderCount == 0': true }
let palette = (known: { [term: string]: boolean }) =>
  commands
    .filter(({ command, enablement }) =>
      [enablement, menus.commandPalette.find(item => item.command === command)?.when].every(when =>
        mayHold(when, known)
      )
    )
    .map(({ command }) => command.replace('provenote.', ''))

describe('the manifest', () => {
  it('names in menus, buttons and keys only commands it has', () => {
    let steps: { description: string }[] = contributes.walkthroughs.flatMap((own: { steps: [] }) => own.steps)
    let named = [
      ...[...Object.values(menus).flat(), ...contributes.keybindings].flatMap(({ command }) => command ?? []),
      ...[...welcome.map(({ contents }) => contents), ...steps.map(step => step.description)].flatMap(offeredBy)
    ]
    let own = new Set(commands.map(({ command }) => command))
    let views = new Set(contributes.views.provenote.map(({ id }: { id: string }) => `${id}.focus`))
    assert.deepEqual(
      named.filter(command => !own.has(command) && !views.has(command)),
      ['vscode.openFolder']
    )
  })
  it('offers in a window without a folder only what can be done there', () => {
    assert.deepEqual(palette(noFolder), ['firstSteps', 'openSample', 'restartServer'])
    let buttons = welcome.filter(({ when }) => mayHold(when, noFolder)).flatMap(({ contents }) => offeredBy(contents))
    assert.deepEqual(buttons, ['vscode.openFolder', 'provenote.openSample', 'provenote.firstSteps'])
  })
  it('offers beside a file that is no note nothing that needs one', () =>
    assert.deepEqual(palette(noNote), [
      'newNote',
      'newSource',
      'newActor',
      'checkWorkspace',
      'mergeActors',
      'actors.filter',
      'sources.filter',
      'statements.filter',
      'firstSteps',
      'openSample',
      'restartServer'
    ]))
  it('tells every command what it is for: a title, a category and an icon', () => {
    for (let command of contributes.commands)
      for (let field of ['title', 'category', 'icon']) assert.ok(command[field], `${command.command} has no ${field}`)
  })
})
