import assert from 'node:assert'
import { writeFileSync } from 'node:fs'
import {
  actors,
  type ChecklistResult,
  checklist,
  type NoteStateResult,
  noteState,
  sources,
  statements,
  type ViewResult
} from '../../server/lsp/protocol'
import { brief, ferry } from './ferry'
import { type Session, withServer } from './session'

async function state(session: Session, path: string) {
  let state = await session.connection.sendRequest<NoteStateResult>(noteState, { uri: session.uri(path) })
  return state && { profile: state.profile, status: state.status }
}
let listOf = (session: Session, path: string) =>
  session.connection.sendRequest<ChecklistResult>(checklist, { uri: session.uri(path) })

describe('the server, asked for the status bar', () => {
  let other = `=== /other.note.md\n---\nstatus: final\nprofile: newsroom\n---\nJudgement: The line is likely to open.\n`
  it('says by what a note is measured, as the configuration is typed, saved and set', () =>
    withServer(
      `${ferry}${other}=== /provenote.yaml\nprofile: none\n`,
      async session => {
        await session.open(brief)
        await session.open('/other.note.md')
        await session.indexed()
        assert.deepEqual(await state(session, brief), { profile: 'none', status: 'draft' })
        assert.deepEqual(await state(session, '/other.note.md'), { profile: 'newsroom', status: 'final' })

        await session.open('/provenote.yaml')
        await session.edit('/provenote.yaml', 'none', 'phia')
        assert.deepEqual(await state(session, brief), { profile: 'phia', status: 'draft' })
        assert.deepEqual(await state(session, '/other.note.md'), { profile: 'newsroom', status: 'final' })
        await session.close('/provenote.yaml')
        assert.deepEqual(await state(session, '/sources/wire.source.md'), null)
      },
      { settings: { profile: 'icd203' } }
    ))

  it('takes the editor’s setting where no file says otherwise', () =>
    withServer(
      ferry,
      async session => {
        await session.open(brief)
        await session.indexed()
        assert.deepEqual(await state(session, brief), { profile: 'icd203', status: 'draft' })
        await session.edit(brief, 'as-of', 'status: final\nas-of')
        assert.deepEqual(await state(session, brief), { profile: 'icd203', status: 'final' })
      },
      { settings: { profile: 'icd203' } }
    ))
})

describe('the server, asked for a view at once', () => {
  it('answers when records are known', () =>
    withServer(ferry, async session => {
      let labels = (await session.connection.sendRequest<ViewResult>(sources)).map(line => line.label)
      assert.notDeepEqual(labels, [])
    }))
})

describe('a profile', () => {
  let notes = ['/a.note.md', '/b.note.md']
  let judged = notes.map(path => `=== ${path}\nJudgement: The boat might sail [^wire]. {confidence=high}\n`).join('')

  it('that is typed, saved or set is that of all open notes at once', () =>
    withServer(
      `${ferry}${judged}=== /provenote.yaml\nprofile: none\n`,
      async session => {
        let all = async (...rules: string[]) => {
          for (let path of notes) await session.findings(path, ...rules)
        }
        for (let path of notes) await session.open(path)
        await all()
        await session.open('/provenote.yaml')
        await session.edit('/provenote.yaml', 'none', 'newsroom')
        await all('vague-likelihood at might')
        await session.edit('/provenote.yaml', 'newsroom', 'newsroom\nrules: {vague-likelihood: off}')
        await all()
        // What was not saved is gone.
        await session.close('/provenote.yaml')
        await all()
        writeFileSync(`${session.folder}/provenote.yaml`, 'profile: newsroom\n')
        await session.watched(['/provenote.yaml', 2])
        await all('vague-likelihood at might')
        session.options.settings = { rules: { 'vague-likelihood': 'off' } }
        await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: null })
        await all()
      },
      { settings: {} }
    ))
})

describe('the server, asked for the publish checklist', () => {
  it('checks the note as if it were final, as it is typed', () =>
    withServer(ferry, async session => {
      await session.open(brief)
      let found = await listOf(session, brief)
      assert.deepEqual([found?.blocking, found?.status], [0, 'draft'])
      await session.edit(brief, '@mehra', '@mehro')
      found = await listOf(session, brief)
      assert.equal(found?.summary, '1 finding to mend before this note can be published.')
      let [{ children }] = found!.lines
      assert.equal(Array.isArray(children) && children[0].label, 'No actor has the key `mehro`.')
      assert.equal(await listOf(session, '/sources/wire.source.md'), null)
    }))
})

describe('views', () => {
  it('are told, once they ask for it, when files change', () =>
    withServer(
      ferry,
      async session => {
        await session.indexed()
        await session.until('they are told of the files', () => session.viewsChanged > 0)
        let before = session.viewsChanged
        await session.open(brief)
        await session.edit(brief, 'Gap', 'Fact')
        await session.until('they are told of the change', () => session.viewsChanged > before)
      },
      { initializationOptions: { views: true } }
    ))

  it('list what is in the workspace, with the lines beneath when they are asked for', () =>
    withServer(ferry, async session => {
      await session.indexed()
      let ask = (method: string, parent?: string) =>
        session.connection.sendRequest<ViewResult>(method, parent === undefined ? {} : { parent })
      let [actor] = await ask(actors)
      assert.deepEqual(
        [actor.label, actor.description, actor.children],
        ['Dalia Mehra', 'Minister of Transport · 1×', 'asked']
      )
      let [used] = await ask(actors, actor.id)
      assert.deepEqual([used.label, used.at?.uri], ['brief.note.md', session.uri(brief)])
      let [source] = await ask(sources)
      assert.equal(source.description, '12 March 2031 · 1×')
      let [gaps] = await ask(statements)
      assert.deepEqual(
        (await ask(statements, gaps.id)).map(({ description }) => description),
        ['brief.note.md']
      )
    }))
})
