import { checkNote } from './tokens'

let table: { [what: string]: [text: string, expected: string] } = {
  'a mention': ['When @arven spoke', 'entity.name.type.actor: @arven'],
  'a mention in any script': [
    'Als @Žofie_2 und @арвен-б',
    'entity.name.type.actor: @Žofie_2\nentity.name.type.actor: @арвен-б'
  ],
  'a possessive is outside the key': ["@arven's boat", 'entity.name.type.actor: @arven'],
  'a mention with other words': [
    'So [the *harbour* master](@mehra) said',
    'string.other.link.title: the *harbour* master\nentity.name.type.actor: @mehra'
  ],
  'no mention in a mail or web address': ['desk@strait.example, @@x, a/@b, https://strait.example/@arven?a="b"', ''],
  'a citation': ['Freight fell.[^port-stats]', 'variable.other.constant.source: port-stats'],
  'a citation that touches an address': ['See https://strait.example/a[^b].', 'variable.other.constant.source: b'],
  'a citation with every part': [
    '[^wire:03.12/a, pp. 4-6, @tolen, "down [by] 40"]',
    `variable.other.constant.source: wire:03.12/a
     constant.numeric.locator: pp. 4-6
     entity.name.type.actor: @tolen
     string.quoted.double: "down${' '}
     constant.character.editorial: [by]
     string.quoted.double:  40"`
  ],
  locators: [
    '[^a, p. iv][^b, para. 3][^c, ¶3][^d, § 2][^e, 1:02:30][^f, p4]',
    `variable.other.constant.source: a
     constant.numeric.locator: p. iv
     variable.other.constant.source: b
     constant.numeric.locator: para. 3
     variable.other.constant.source: c
     constant.numeric.locator: ¶3
     variable.other.constant.source: d
     constant.numeric.locator: § 2
     variable.other.constant.source: e
     constant.numeric.locator: 1:02:30
     variable.other.constant.source: f
     constant.numeric.locator: p4`
  ],
  'an ordinary footnote’s definition is no citation': ['[^1]: See the annex.', ''],
  'quotations between all double marks': [
    '"a b" “a “b” c” „a“ «a» »a«',
    `string.quoted.double: "a b"
     string.quoted.double: “a “b” c”
     string.quoted.double: „a“
     string.quoted.double: «a»
     string.quoted.double: »a«`
  ],
  'editorial marks': [
    '“they […] left . . . then… [sic]”',
    `string.quoted.double: “they${' '}
     constant.character.editorial: […]
     string.quoted.double:  left${' '}
     constant.character.editorial: . . .
     string.quoted.double:  then
     constant.character.editorial: …
     string.quoted.double: ${' '}
     constant.character.editorial: [sic]
     string.quoted.double: ”`
  ],
  'neither apostrophes nor inches open a quotation': ["It's 5\" wide, the islanders' 'own' boat", ''],
  'a mention inside a quotation': [
    '“as @arven put it”',
    'string.quoted.double: “as \nentity.name.type.actor: @arven\nstring.quoted.double:  put it”'
  ],
  'a quotation ends with its paragraph': [
    'He said "stop\n\nand @arven',
    'string.quoted.double: "stop\nentity.name.type.actor: @arven'
  ],
  'a quotation and a citation go on with the next line': [
    'It “ended in\nagreement” [^wire,\n  p. 2] here',
    `string.quoted.double: “ended in
     string.quoted.double: agreement”
     variable.other.constant.source: wire
     constant.numeric.locator: p. 2`
  ],
  labels: [
    'Judgement: a\nForecast: b\n**Gap:** c\n\n*Assumption*: d\n\nNo Fact: e\nFact : f',
    `keyword.other.statement: Judgement
     keyword.other.statement: Forecast
     keyword.other.statement: Gap
     keyword.other.statement: Assumption`
  ],
  'labels of evidence': [
    '- For: a\n- **Against:** b\n  - If wrong: c\n1. Because: d\n\n> Alternative: in a block quote',
    `keyword.control.evidence: For
     keyword.control.evidence: Against
     keyword.control.evidence: If wrong
     keyword.control.evidence: Because`
  ],
  attributes: [
    'So it is. {#kj1 .x by=2031-06-30 note="two words" common}',
    `entity.other.attribute-name.id: #kj1
     entity.other.attribute-name.class: .x
     entity.other.attribute-name: by
     string.unquoted.attribute-value: 2031-06-30
     entity.other.attribute-name: note
     string.unquoted.attribute-value: "two words"
     entity.other.attribute-name: common`
  ],
  'no attributes but at the end': ['A {#b} in the middle', ''],
  'a suppression': [
    '<!-- provenote-ignore unsourced-fact, quote-altered -- the desk agreed -->\n@arven',
    `comment.block.html.suppression: <!--${' '}
     keyword.other.suppression: provenote-ignore
     comment.block.html.suppression: ${' '}
     variable.other.constant.rule: unsourced-fact
     comment.block.html.suppression: ,${' '}
     variable.other.constant.rule: quote-altered
     comment.block.html.suppression:  -- the desk agreed -->
     entity.name.type.actor: @arven`
  ]
}

describe('the grammar of notes marks', () => {
  for (let [what, [text, expected]] of Object.entries(table)) it(what, () => checkNote(text, expected))
})
