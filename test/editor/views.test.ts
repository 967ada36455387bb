import assert from 'node:assert'
import * as vscode from 'vscode'
import { open, openNew, placeCursorAfter, rangeOf, ready, type, uriOf, waitFor, waitForRules, write } from './support'

/** What the extension shows beside the editor: VS Code gives no other way to look at it. */
interface Shown {
  status: vscode.StatusBarItem
  checklist: vscode.TreeDataProvider<unknown>
  actors: View
  sources: View
  statements: View
}
interface View {
  provider: vscode.TreeDataProvider<unknown>
  dragging: vscode.TreeDragAndDropController<unknown>
  show(by: { filter?: string }): void
}
let shown = () => vscode.extensions.getExtension('provenote.provenote')!.exports.shown as Shown

/** The lines of a tree beneath one, as VS Code would draw them, with as many levels as are asked for. */
async function drawn(tree: vscode.TreeDataProvider<unknown>, levels: number, parent?: unknown): Promise<string[]> {
  let lines = (await tree.getChildren(parent)) ?? []
  let all: string[] = []
  for (let line of lines) {
    let { label, description, command } = await tree.getTreeItem(line)
    all.push(`${label} | ${description ?? ''}${command ? ' ->' : ''}`)
    if (levels > 1) all.push(...(await drawn(tree, levels - 1, line)).map(below => `  ${below}`))
  }
  return all
}

let waitForStatus = (text: string) => waitFor(`the status bar says ${text}`, () => shown().status.text === text)

describe('the status bar', () => {
  before(ready)
  after(() => write('provenote.yaml', 'profile: icd203\n'))

  it('says the standard, the status and the number of findings of the note', async () => {
    let editor = await openNew('barred.note.md', '---\nstatus: draft\n---\nGap: Where @nobody is.\n')
    await waitForStatus('$(warning) icd203 · draft · 1')
    assert.equal(shown().status.backgroundColor, undefined)
    assert.match(String(shown().status.accessibilityInformation?.label), /^Provenote: ICD 203, draft, 1 warning/)

    await editor.edit(edit => edit.replace(rangeOf(editor.document, 'draft'), 'final'))
    await waitForStatus('$(error) icd203 · final · 1')
    assert.deepEqual(shown().status.backgroundColor, new vscode.ThemeColor('statusBarItem.errorBackground'))

    await editor.edit(edit => edit.replace(rangeOf(editor.document, '@nobody'), '@mehra'))
    await waitForStatus('$(check) icd203 · final · 0')
  })

  it('follows provenote.yaml while it is typed, and when it is saved', async () => {
    let { document } = await openNew('measured.note.md', 'Gap: Where @mehra is.\n')
    await waitForStatus('$(check) icd203 · draft · 0')
    let config = await openNew('provenote.yaml', 'profile: icd203\n')
    await config.edit(edit => edit.replace(rangeOf(config.document, 'icd203'), 'phia'))
    await vscode.window.showTextDocument(document)
    await waitForStatus('$(check) phia · draft · 0')
    await write('provenote.yaml', 'profile: newsroom\n')
    await vscode.window.showTextDocument(config.document)
    await vscode.commands.executeCommand('workbench.action.files.revert')
    await vscode.window.showTextDocument(document)
    await waitForStatus('$(check) newsroom · draft · 0')
  })

  it('follows the settings, as the findings do', async () => {
    let settings = vscode.workspace.getConfiguration('provenote')
    let { document } = await openNew('set.note.md', 'Gap: Where @nobody is.\n')
    await waitForRules(document.uri, 'unknown-actor')
    await settings.update('rules', { 'unknown-actor': 'off' }, vscode.ConfigurationTarget.Global)
    await waitForRules(document.uri)
    await settings.update('rules', undefined, vscode.ConfigurationTarget.Global)
    await waitForRules(document.uri, 'unknown-actor')
  })
})

describe('the publish checklist', () => {
  before(ready)

  it('opens from the status bar with what stands between the note and publishing', async () => {
    await openNew('listed.note.md', '---\ntitle: Listed\n---\nGap: Where @nobody is.\n')
    await vscode.commands.executeCommand('provenote.openChecklist')
    let lines = await waitFor('the list is that of the note', async () => {
      let lines = await drawn(shown().checklist, 3)
      return lines.some(line => line.includes('nobody')) && lines
    })
    assert.deepEqual(lines.slice(0, 2), ['To mend | 1', '  No actor has the key `nobody`. | unknown-actor · line 4 ->'])
    assert.ok(lines.includes('  Title | Listed ->'))
  })

  it('leads to each place, and follows what is typed', async () => {
    let editor = await openNew('led.note.md', 'Gap: Where @nobody is.\n')
    let finding = async () => {
      let [group] = (await shown().checklist.getChildren())!
      return (await shown().checklist.getChildren(group))?.[0]
    }
    let { command } = await waitFor('the finding', async () => {
      let line = await finding()
      return line ? shown().checklist.getTreeItem(line) : undefined
    })
    await vscode.commands.executeCommand(command!.command, ...command!.arguments!)
    assert.deepEqual(vscode.window.activeTextEditor?.selection.start, rangeOf(editor.document, '@nobody').start)
    placeCursorAfter(editor, 'is.')
    await type(' And @noone.')
    await waitFor('both', async () => (await drawn(shown().checklist, 1)).includes('To mend | 2'))
  })

  it('keeps to the note while a source is read', async () => {
    await openNew('kept.note.md', '---\ntitle: Kept\n---\nGap: Where @nobody is.\n')
    await vscode.window.showTextDocument(uriOf('sources/wire-0312.source.md'))
    await waitFor('the list', async () => (await drawn(shown().checklist, 2)).includes('  Title | Kept ->'))
    await open('kept.note.md')
  })
})

describe('the side bar', () => {
  before(ready)

  /** The line of a view whose label holds some words. */
  async function lineOf({ provider }: View, words: string) {
    for (let line of (await provider.getChildren()) ?? [])
      if (String((await provider.getTreeItem(line)).label).includes(words)) return line
    throw Error(`No line “${words}” in: ${(await drawn(provider, 1)).join(' / ')}`)
  }
  let labels = async ({ provider }: View) => (await drawn(provider, 1)).map(line => line.split(' | ')[0])

  it('shows the actors, sources and statements of the sample', async () => {
    await vscode.commands.executeCommand('provenote.actors.focus')
    let actors = await drawn(shown().actors.provider, 1)
    assert.ok(
      actors.some(line => /^Sunniva Mehra \| Minister.* · \d+× ->$/.test(line)),
      actors.join('\n')
    )
    let { accessibilityInformation } = await shown().actors.provider.getTreeItem(
      await lineOf(shown().actors, 'Sunniva Mehra')
    )
    assert.match(accessibilityInformation!.label, /^Person, Sunniva Mehra, Minister.*, \d+ times$/)
    let sources = await drawn(shown().sources.provider, 1)
    assert.ok(
      sources.some(line => /\| reporting · B · 12 March 2031 · \d+×/.test(line)),
      sources.join('\n')
    )
    let [first, below] = await drawn(shown().statements.provider, 2)
    assert.match(first, /^Key judgements \| \d+$/)
    assert.match(below, /->$/)
  })

  it('opens a record, and the notes in which it is used', async () => {
    let { provider } = shown().actors
    let line = await lineOf(shown().actors, 'Sunniva Mehra')
    let { command } = await provider.getTreeItem(line)
    await vscode.commands.executeCommand(command!.command, ...command!.arguments!)
    await waitFor('the record', () => vscode.window.activeTextEditor?.document.uri.path.endsWith('mehra.actor.md'))
    let notes = await drawn(provider, 1, line)
    assert.ok(notes.length > 0 && notes.every(note => /\d+× · line \d+ ->$/.test(note)), notes.join('\n'))
  })

  it('follows the records', async () => {
    await write('newcomer.actor.md', '---\nschema: Person\nname: Hedda Newcomer\n---\n')
    await waitFor('the actor', async () => (await labels(shown().actors)).includes('Hedda Newcomer'))
    await vscode.workspace.fs.delete(uriOf('newcomer.actor.md'))
    await waitFor('she is gone', async () => !(await labels(shown().actors)).includes('Hedda Newcomer'))
  })

  it('filters by name', async () => {
    shown().actors.show({ filter: 'mehr' })
    assert.deepEqual(await labels(shown().actors), ['Sunniva Mehra'])
    await vscode.commands.executeCommand('provenote.actors.clear')
    assert.ok((await labels(shown().actors)).length > 5)
  })

  it('writes a mention or a citation at the cursor', async () => {
    let editor = await openNew('inserting.note.md', 'Gap: What  knew of it.\n')
    placeCursorAfter(editor, 'What ')
    await vscode.commands.executeCommand('provenote.insertReference', await lineOf(shown().actors, 'Sunniva Mehra'))
    placeCursorAfter(editor, 'of it')
    await vscode.commands.executeCommand(
      'provenote.insertReference',
      await lineOf(shown().sources, 'Arven and Dorrany')
    )
    assert.equal(editor.document.getText(), 'Gap: What @mehra knew of it [^wire-0312].\n')
  })

  it('shows where an actor or a source is used', async () => {
    await openNew('using.note.md', 'Gap: What @mehra knew of it [^wire-0312].\n')
    for (let [view, words] of [
      [shown().actors, 'Sunniva Mehra'],
      [shown().sources, 'Arven and Dorrany']
    ] as const) {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors')
      await vscode.commands.executeCommand('provenote.findUses', await lineOf(view, words))
      await waitFor('a note that uses it', () => vscode.window.visibleTextEditors.length > 0)
    }
  })

  it('renames a key from its line', async () => {
    await write('renamed.actor.md', '---\nkey: hob\nschema: Person\nname: Hob Renamed\n---\n')
    await openNew('renaming.note.md', 'Gap: What @hob knew.\n')
    let line = await waitFor('the actor', () => lineOf(shown().actors, 'Hob Renamed').catch(() => undefined))
    // The server reads the new record, and the note, each in its own time.
    await waitFor('its mention', async () => (await drawn(shown().actors.provider, 1, line)).length === 1)
    // It ends when the new key has been given.
    vscode.commands.executeCommand('provenote.renameKey', line)
    await waitFor('the cursor is at the mention', () => {
      let { document, selection } = vscode.window.activeTextEditor ?? {}
      let isNote = document?.uri.path.endsWith('renaming.note.md')
      return isNote && selection!.active.isEqual(rangeOf(document!, 'hob').start)
    })
    await vscode.commands.executeCommand('cancelRenameInput')
  })

  it('gives what is dragged as text', async () => {
    let data = new vscode.DataTransfer()
    let lines = [await lineOf(shown().actors, 'Sunniva Mehra'), await lineOf(shown().sources, 'Arven and Dorrany')]
    shown().actors.dragging.handleDrag!(lines, data, new vscode.CancellationTokenSource().token)
    assert.equal(await data.get('text/plain')?.asString(), '@mehra [^wire-0312]')
  })
})
