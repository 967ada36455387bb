import assert from 'node:assert'
import { checklist } from '../../server/features/checklist'
import { done, drawn, people, world } from './support'

let wire = `
=== /sources/wire.source.md
---
title: Ferry talks end in agreement
author: Ilse Bransome
container-title: Strait Wire
issued: 2031-03-12
URL: https://strait.example/wire
accessed: 2031-03-13
kind: reporting
reliability: B
tlp: TLP:AMBER
---
The minister was brief. The first boats will sail in May.
=== /sources.yaml
tables:
  title: Tide tables
  author: Port of Karsa
  publisher: Port of Karsa
  issued: 2031
`

/** The summary and the whole tree, as they are drawn. */
function check(note: string, expected: string) {
  let { workspace, path } = world(`=== /a.note.md\n${note}<|>\n${people}${wire}`)
  let made = done(checklist(workspace, path, '2031-08-01'))
  let shown = made ? `${made.title} (${made.profile}, ${made.status}): ${made.summary}\n${drawn(made.lines)}` : 'none'
  assert.equal(shown, expected.trim())
}

describe('the publish checklist', () => {
  it('groups what a check as final finds by severity and rule', () =>
    check(
      `---
title: Boats
as-of: 2031-03-14
author: Strait Desk
tlp: TLP:AMBER
profile: none
status: draft
---
Gap: Where @nobody is, and @noone.

They said “the first boats will not sail in May” [^wire].`,
      `
Boats (none, draft): 3 findings to mend before this note can be published.
[error] To mend | 3
  [error] unknown-actor | 2 · 2 with a fix
    [error] No actor has the key \`nobody\`. | line 9 [fix] -> /a.note.md:9:12
    [error] No actor has the key \`noone\`. | line 9 [fix] -> /a.note.md:9:28
  [error] The source has “will sail”, the note “will not sail”. | quote-altered · line 11 [fix] -> /a.note.md:11:33
[quotations] Quotations | 1 altered
  [error] altered | 1
    [error] “the first boats will not sail in May” | line 11 -> /a.note.md:11:11
[source] Sources | 1 cited
  [source] Ferry talks end in agreement | reporting · B · TLP:AMBER · cited 1× -> /wire.source.md:1:1
[missing] Front matter | 1 open
  [done] Title | Boats -> /a.note.md:2:8
  [done] Information cut-off | 2031-03-14 -> /a.note.md:3:8
  [done] Author | Strait Desk -> /a.note.md:4:9
  [done] Sharing | TLP:AMBER -> /a.note.md:5:6
  [done] Standard | none -> /a.note.md:6:10
  [missing] Status | draft -> /a.note.md:7:9
`
    ))
  it('counts quotations by verdict, and says which could not be compared', () =>
    check(
      `---
title: Boats
tlp: TLP:GREEN
status: final
---
Gap: Who said that “The first boats will sail in May” and “the first boats will sail in  May” [^wire].

Gap: Who meant by “high water at noon” [^tables] a time.`,
      `
Boats (none, final): 1 finding to mend before this note can be published.
[error] To mend | 1
  [error] This note is marked less restrictive than a source it cites: wire is TLP:AMBER. | tlp-leak · line 3 [fix] -> /a.note.md:3:6
[warning] To look at | 1
  [warning] tables has no captured text, so these words were not compared. | quote-unchecked · line 8 -> /a.note.md:8:19
[quotations] Quotations | 1 exact · 1 folded · 1 unchecked
  [done] exact | 1
    [done] “The first boats will sail in May” | line 6 -> /a.note.md:6:20
  [done] folded | 1
    [done] “the first boats will sail in May” | line 6 -> /a.note.md:6:59
  [unchecked] unchecked | 1
    [unchecked] “high water at noon” | line 8 -> /a.note.md:8:19
[error] Sources | 2 cited · 1 more restricted than the note · 1 without captured text
  [error] Ferry talks end in agreement | reporting · B · TLP:AMBER · cited 1× -> /wire.source.md:1:1
  [unchecked] Tide tables | no captured text · cited 1× -> /sources.yaml:1:1
[missing] Front matter | 3 open
  [done] Title | Boats -> /a.note.md:2:8
  [missing] Information cut-off | missing: the day up to which it knows -> /a.note.md:1:1
  [missing] Author | missing: who answers for it -> /a.note.md:1:1
  [done] Sharing | TLP:GREEN -> /a.note.md:3:6
  [missing] Standard | missing: what it is measured by -> /a.note.md:1:1
  [done] Status | final -> /a.note.md:4:9
`
    ))
  it('lists what is silenced with its reason, and forecasts without an outcome', () =>
    check(
      `---
profile: icd203
---
<!-- provenote-ignore unknown-actor -- not registered yet -->
Gap: Where @nobody is.

Forecast: The line is likely to reopen. {#f1 by=2031-06-30}

Forecast: The port is likely to close [^wire]. {by=2031-07-01 outcome=false}`,
      `
a.note.md (icd203, draft): Nothing blocks publishing; 2 findings to look at.
[warning] To look at | 1
  [warning] This forecast rests on nothing that is cited or linked. | unsupported-judgement · line 7 [fix] -> /a.note.md:7:1
[information] Remarks | 1
  [information] The horizon has passed: how did it come out? | forecast-due · line 7 [fix] -> /a.note.md:7:46
[source] Sources | 1 cited
  [source] Ferry talks end in agreement | reporting · B · TLP:AMBER · cited 1× -> /wire.source.md:1:1
[missing] Front matter | 5 open
  [missing] Title | missing: what it is called -> /a.note.md:1:1
  [missing] Information cut-off | missing: the day up to which it knows -> /a.note.md:1:1
  [missing] Author | missing: who answers for it -> /a.note.md:1:1
  [missing] Sharing | missing: how far it may be passed on -> /a.note.md:1:1
  [done] Standard | icd203 -> /a.note.md:2:10
  [missing] Status | draft -> /a.note.md:1:1
[missing] Forecasts | 2 · 1 without an outcome
  [missing] The line is likely to reopen. | by 30 June 2031 · outcome missing -> /a.note.md:7:1
  [done] The port is likely to close [^wire]. | by 1 July 2031 · outcome false -> /a.note.md:9:1
[suppressed] Suppressed | 1
  [suppressed] unknown-actor | not registered yet -> /a.note.md:5:12
`
    ))
  it('shows words of a note as they are, on one line', () =>
    check(
      `---
title: "[a](command:x) \\n $(bug)"
status: final
tlp: TLP:CLEAR
author: me
as-of: 2031-03-14
profile: "$(bug)"
---
Gap: Nothing.`,
      `
[a](command:x) $(bug) (none, final): 1 finding to mend before this note can be published.
[error] To mend | 1
  [error] \`profile\` is icd203, phia, newsroom or none, not “$(bug)”. | syntax · line 7 -> /a.note.md:7:10
[missing] Front matter | 1 open
  [done] Title | [a](command:x) $(bug) -> /a.note.md:2:8
  [done] Information cut-off | 2031-03-14 -> /a.note.md:6:8
  [done] Author | me -> /a.note.md:5:9
  [done] Sharing | TLP:CLEAR -> /a.note.md:4:6
  [missing] Standard | $(bug) -> /a.note.md:7:10
  [done] Status | final -> /a.note.md:3:9
`
    ))
  it('is none for a file that is no note', () => {
    let { workspace } = world(`=== /actors.yaml\n<|>\n`)
    assert.equal(done(checklist(workspace, '/actors.yaml')), undefined)
  })
})
