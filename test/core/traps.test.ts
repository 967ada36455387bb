import assert from 'node:assert'
import { parseNote } from '../../server/core/parse'
import { places } from '../../server/core/verify'
import { library, shown } from './library'

// Shapes that real texts have and that went wrong at first, on invented words.

describe('a verdict is not fooled', () => {
  let text = [
    "The pilots can't sail by night; they won't, and the union's clerk says they're tired. The ferry isn't cheap.",
    'Talks are virtually non-existent, she said, and the anti-ferry party fell by -2.5 per cent, to 7 seats.',
    "The guild calls it 'a lamp, and no lighthouse,' and waits. 'Is there any wind in it? No,' Orr adds.",
    'Karsa was in the dark through these last 3 winters. In the end, the lamps in Karsa cost $300 a night, the clerk said.',
    'The harbour will not pay for a new, dry and lit pier. The master, Ada Vell, said yesterday that it would.',
    'KARSA NEWS - 5 hours ago - 11:20 | Home. [Picture by the harbour office, via Wharf Commons]',
    "The guild wants a no-fly zone and a risk-free pier. No — the pier stands, THEY CAN'T MOVE IT, and from 5-10 boats are due; 12 200 crowns, and in 2030 400 more.",
    "船は五月に出ると大臣は言った。All aboard🛳️ said the post: ``a wet night'' for 1/2 crowns.",
    'A: Will you sail on Monday? B: No.\nA: Not at all, this year?\nB: I might sail on Tuesday.\nA: So you may.\nB: If the fog lifts by noon.',
    'The clerk said the ferry stays. The clerk said the ferry sails at dusk, wind or no wind.'
  ].join('\n')
  let cases: [words: string, expected: string][] = [
    // A contraction is one word; a possessive may be left off.
    ['The pilots can', "altered a:“The pilots can't” The pilots | -can | +can't"],
    ['and the union', 'exact a:“and the union”'],
    [
      'the clerk says they',
      "altered a:“the union's clerk says they're” the | +union's | clerk says | -they | +they're"
    ],
    // A prefix without its word is no word, nor is a number without its sign.
    [
      'existent, she said, and the',
      'altered a:“non-existent, she said, and the” -existent | +non-existent | she said, and the'
    ],
    ['ferry party fell by', 'altered a:“anti-ferry party fell by” -ferry | +anti-ferry | party fell by'],
    ['2.5 per cent, to 7 seats', 'altered a:“-2.5 per cent, to 7 seats” -2.5 | +-2.5 | per cent, to 7 seats'],
    ['fell by −2.5 per cent', 'folded a:“fell by -2.5 per cent”'],
    // Marks of a quotation within, where the writer cuts it.
    ['‘a lamp, and no lighthouse’', 'folded a:“a lamp, and no lighthouse”'],
    ["'a lamp, and no lighthouse,'", "exact a:“'a lamp, and no lighthouse,'”"],
    ['calls it ‘a lamp, and no lighthouse’, and waits', "folded a:“calls it 'a lamp, and no lighthouse,' and waits”"],
    ['calls it ‘a lamp’', "folded a:“calls it 'a lamp”"],
    ["'any wind in it? No'", 'folded a:“any wind in it? No”'],
    ['‘any wind […] No’', 'edited a:“any wind in it? No”'],
    // The nearest passage is the one closest together, though its first word stands before it, too.
    [
      'in the dark through these last 2 winters',
      'altered a:“in the dark through these last 3 winters” in the dark through these last | -2 | +3 | winters'
    ],
    ['the ferry leaves at dusk', 'altered a:“the ferry sails at dusk” the ferry | -leaves | +sails | at dusk'],
    // What differs is shown, when it is no word.
    [
      'the lamps in Karsa cost €300 a night',
      'altered a:“the lamps in Karsa cost $300 a night” the lamps in Karsa cost | -€300 | +$300 | a night'
    ],
    [
      'pay for a new dry and lit pier',
      'altered a:“pay for a new, dry and lit pier” pay for a | -new | +new, | dry and lit pier'
    ],
    // Brackets replace a few words, and no “not”.
    ['The harbour will [gladly] pay', 'altered a:“The harbour will not pay” The harbour will | +not | pay'],
    ['[The harbour will] pay for a new', 'altered a:“not pay for a new” +not | pay for a new'],
    ['The harbour [won’t] pay', 'edited a:“The harbour will not pay”'],
    ['The [owner] will not pay', 'edited a:“The harbour will not pay”'],
    ['[Vell] said yesterday', 'edited a:“said yesterday”'],
    ['The master […] said yesterday', 'edited a:“The master, Ada Vell, said yesterday”'],
    ['The pilots [there] in the dark', 'altered a:“in the dark” -The pilots | in the dark'],
    // An ellipsis after the end of a sentence, and punctuation that stood beside what is left out.
    [
      'They’re tired. . . . Talks are virtually non-existent',
      "edited a:“they're tired. The ferry isn't cheap.\nTalks are virtually non-existent”"
    ],
    [
      'She said. … [T]he guild calls it',
      'edited a:“she said, and the anti-ferry party fell by -2.5 per cent, to 7 seats.\nThe guild calls it”'
    ],
    ['Talks are […], she said', 'edited a:“Talks are virtually non-existent, she said”'],
    ['5 hours ago … 11:20 | Home', 'edited a:“5 hours ago - 11:20 | Home”'],
    ['fly zone and a risk', 'altered a:“no-fly zone and a risk-free” -fly | +no-fly | zone and a | -risk | +risk-free'],
    ['the pier stands', 'exact a:“the pier stands”'],
    ['THEY CAN', 'absent'],
    ['10 boats are due', 'altered a:“5-10 boats are due” -10 | +5-10 | boats are due'],
    ['200 crowns, and in', 'altered a:“12 200 crowns, and in” -200 | +12 200 | crowns, and in'],
    ['400 more', 'exact a:“400 more”'],
    ['2 crowns', 'absent'],
    // Scripts without spaces, emoji, and the quotation marks of old wires.
    ['五月に出る', 'exact a:“五月に出る”'],
    ['六月に出る', 'altered a:“五月に出る” -六 | +五 | 月に出る'],
    ['All aboard', 'exact a:“All aboard”'],
    ['‘a wet night’', "folded a:“``a wet night'”"],
    // What is left out may hold another's question, but the words that stay are one speaker's.
    [
      'Will you sail on Monday? […] I might sail on Tuesday',
      'altered a:“Will you sail on Monday? B: No.\nA: Not at all, this year?\nB: I might sail on Tuesday” Will you sail on Monday | +B | I might sail on Tuesday'
    ],
    [
      'I might sail on Tuesday […] If the fog lifts',
      'edited a:“I might sail on Tuesday.\nA: So you may.\nB: If the fog lifts”'
    ],
    // Brackets of the source's own.
    [
      '[Picture by the harbour office, via Wharf Commons]',
      'exact a:“[Picture by the harbour office, via Wharf Commons]”'
    ],
    ['[…]', 'unchecked'],
    ['the ferry stays.', 'exact a:“the ferry stays”'],
    // What is left out where a mark says so is no difference; what differs beside it is.
    [
      'Talks are virtually non-existent […] to 9 seats',
      'altered a:“Talks are virtually non-existent, she said, and the anti-ferry party fell by -2.5 per cent, to 7 seats” Talks are virtually non-existent to | -9 | +7 | seats'
    ]
  ]
  for (let [words, expected] of cases)
    it(JSON.stringify(words), () => assert.equal(shown({ a: text }, words), expected))
})

describe('places', () => {
  it('with the same capital come first', () => {
    let text = 'There is no wind. No, said Orr.'
    let found = places(library({ a: text }).captured('a')!, 'No')
    assert.deepEqual(
      found.map(({ from, to }) => text.slice(from, to)),
      ['No', 'no']
    )
  })
})

describe('a sentence goes on', () => {
  let cases = [
    '“Is it over?” Tolen asked [^a]. | It was.',
    '“Is it over?” @tolen asked [^a]. | It was.',
    '“Is it over?” [the clerk](@tolen) then asked [^a].',
    '“Boats!” @vell, who is a pilot, said [^a].',
    '“Boats!” Ada Vell of the guild said [^a].',
    '“Is it over?” | Nobody asked Tolen, he said.',
    '“Is it over?” [^a] | Tolen smiled.',
    'They climbed Mt. Karsa.',
    'It lasts a few months. | ---------- Ferries sail again SENMERE - They do.'
  ]
  for (let text of cases) {
    it(text, () => {
      let plain = text.replaceAll(' | ', ' ')
      let cut = parseNote(plain).sentences.map(({ from, to }) => plain.slice(from, to))
      assert.equal(cut.join(' | '), text)
    })
  }
})

describe('what extraction has done to a text', () => {
  let text = [
    'The har-\nbour board de fi nitely wants a well-\nknown of fice, the fi rst since the storm.[3]',
    'Its clerk¹ said so[^2], and so did the co-owner. A finish is a fine thing; it cost 5² crowns.'
  ].join('\n')
  let cases: [words: string, expected: string][] = [
    ['The harbour board definitely wants', 'folded a:“The har-\nbour board de fi nitely wants”'],
    ['wants a well-known office', 'folded a:“wants a well-\nknown of fice”'],
    [
      'the first since the storm. Its clerk said so, and',
      'folded a:“the fi rst since the storm.[3]\nIts clerk¹ said so[^2], and”'
    ],
    ['so did the coowner', 'altered a:“so did the co” so did the | -coowner | +co'],
    ['it cost 5 crowns', 'altered a:“it cost 5² crowns” it cost | -5 | +5² | crowns']
  ]
  for (let [words, expected] of cases)
    it(JSON.stringify(words), () => assert.equal(shown({ a: text }, words), expected))
})
