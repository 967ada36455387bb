import { people } from '../support'
import { checkHover } from './check'

describe('the card of a word of the language', () => {
  it('says what a label means, and what the statement rests on', () => {
    checkHover(
      '# Key judgements\n\nJudge<|>ment: It sails [^w].\n',
      'Judgement\n**Key judgement**: a conclusion from information and assumptions\n\n*1 source*'
    )
    checkHover('Gap: x\n- Fo<|>r: y\n', 'For\n**For**: evidence for the statement')
  })
  it('says where a likelihood term stands on its scale', () =>
    checkHover(
      '---\nprofile: icd203\n---\nJudgement: It is very li<|>kely to sail.\n',
      `
very likely
almost no chance 01-05% · very unlikely 05-20% · unlikely 20-45% · roughly even chance 45-55% · likely 55-80% · **very likely 80-95%** · almost certain 95-99%

*ICD 203, D.6\\.e(2)(a)*
`
    ))
  it('says what an attribute is', () => {
    checkHover('It sails. {b<|>y=2031}\n', 'by=2031\n**by**: the horizon, an ISO date')
    checkHover(
      'It sails. {outcome=par<|>tial}\n',
      'outcome=partial\n**outcome**: what became of it (part of it came about)'
    )
  })
  it('says what a field is, and a value of a choice', () => {
    checkHover('---\nas-<|>of: 2031\n---\n', 'as-of\n**as-of**: The information cut-off date.')
    checkHover('---\ntlp: TLP:GR<|>EEN\n---\n', 'TLP:GREEN\n**TLP\\:GREEN**: For the community.')
    checkHover(
      '=== /actors.yaml\na:\n  positions:\n    - {title: x, fr<|>om: 2031}\n',
      'from\n**from**: First day, month or year.'
    )
    checkHover(
      '=== /provenote.yaml\nsources:\n  max<|>Age: 3\n',
      'maxAge\n**maxAge**: Sources older than this at a note’s cut-off date (`as-of`), in days, are reported as stale. 0: none is.'
    )
    checkHover('=== /actors.yaml\na:\n  name: na<|>me\n', '')
  })
  it('says who a field of a record names', () =>
    checkHover(
      `=== /x.actors.yaml\nx:\n  memberships:\n    - of: dock-un<|>ion\n${people}`,
      'dock-union\n**Dock Workers’ Union** · Organization\n\nCountry: Republic of Arven'
    ))
})
