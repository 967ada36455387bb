import assert from 'node:assert'
import { readFileSync } from 'node:fs'
import type { Location, WorkspaceEdit } from 'vscode-languageserver/node'
import { brief, ferry } from './ferry'
import { capabilities, type Session, withServer } from './session'

type Merged = { refused: string } | { edit: WorkspaceEdit; gone: Location; kept: Location }

let ask = (session: Session, gone: string, kept: string) =>
  session.connection.sendRequest<Merged>('provenote/mergeActors', { gone, kept })
let two = `${ferry}=== /more.actors.yaml\ndalia:\n  name: D. Mehra\ntolen:\n  name: Tolen\n  schema: Country\n`

describe('the server merges two actors', () => {
  it('by an edit that waits for consent, with both records', () =>
    withServer(two, async session => {
      await session.open(brief)
      await session.edit(brief, 'Whether @mehra', 'Whether @dalia')
      let merged = await ask(session, 'dalia', 'mehra')
      assert.ok('edit' in merged, JSON.stringify(merged))
      assert.ok(Object.values(merged.edit.changeAnnotations!).every(own => own.needsConfirmation))
      assert.equal(merged.gone.uri, session.uri('/more.actors.yaml'))
      assert.equal(merged.kept.uri, session.uri('/actors.yaml'))
      await session.apply(merged.edit)
      assert.match(session.text(brief), /Whether @mehra/)
      assert.match(
        readFileSync(`${session.folder}/actors.yaml`, 'utf8'),
        /name: Dalia Mehra\n {2}alias: \[D. Mehra\]|name: Dalia Mehra\n {2}alias: \["D. Mehra"\]/
      )
      assert.doesNotMatch(readFileSync(`${session.folder}/more.actors.yaml`, 'utf8'), /dalia/)
    }))

  it('or says why not', () =>
    withServer(two, async session => {
      let refused = async (gone: string, kept: string) => JSON.stringify(await ask(session, gone, kept))
      assert.match(await refused('tolen', 'mehra'), /differ in `schema`/)
      assert.match(await refused('nobody', 'mehra'), /no record/)
    }))

  it('never for a client without a preview', () =>
    withServer(
      two,
      async session => assert.match(JSON.stringify(await ask(session, 'dalia', 'mehra')), /never merged unseen/),
      { capabilities: { ...capabilities, workspace: {} } }
    ))
})
