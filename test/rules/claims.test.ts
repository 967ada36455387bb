import assert from 'node:assert'
import { readFileSync } from 'node:fs'
import { uncitedClaims } from '../../server/core/claims'
import { parseNote } from '../../server/core/parse'
import { random } from '../random'

/** What asks for a source in the text: the kind and the words that make it a claim, one a line. */
function checkClaims(text: string, expected: string[], cover: 'sentence' | 'paragraph' = 'sentence') {
  // Where lines are broken changes nothing.
  let broken = /^(?:[-#>|]|---)|\n|`|\p{L}+: /u.test(text) ? [] : [text.replace(/ (?=[\p{L}@])/gu, '\n')]
  for (let own of [text, ...broken]) {
    let claims = uncitedClaims(parseNote(own, { cover }), cover)
    let found = claims.map(({ kind, from, to }) => `${kind} “${own.slice(from, to).replaceAll('\n', ' ')}”`)
    assert.deepEqual(found, expected, own)
  }
}

let said = (text: string, words: string) => it(text, () => checkClaims(text, [`attribution “${words}”`]))
let figure = (text: string, words: string) => it(text, () => checkClaims(text, [`figure “${words}”`]))
let states = (text: string, words: string) => it(text, () => checkClaims(text, [`statement “${words}”`]))
let quiet = (text: string) => it(text, () => checkClaims(text, []))

describe('a claim', () => {
  describe('is an attribution', () => {
    said('@sellick warned that his inspectors work to a checklist.', 'warned')
    said('The minister said the boats would sail in May.', 'said')
    said('On Monday the union, which meets weekly, said it would wait.', 'said')
    said('@mehra has repeatedly said so.', 'said')
    said('@mehra, the Minister of Transport, told reporters about it.', 'told')
    said('Officials say the pier is safe.', 'say')
    said('@growers say the crates are ordered.', 'say')
    said('@mehra says she opens the door.', 'says')
    said('The pier is safe, according to @dufray.', 'according to')
    said('According to the harbour master, the pier is safe.', 'According to')
    said('According to Senmere’s tide table the pier is dry at noon.', 'According to')
    said('The committee announced that it would report before the recess.', 'announced')
    said('@okley denied having signed anything.', 'denied')
    said('@okley denied that the policy was dear.', 'denied')
    said('A spokesman for the yard denied this.', 'denied')
    said('Channel 4 says so.', 'says')
    said('The union accused the port of lying.', 'accused')
    said('On Monday @mehra called for calm.', 'called')
    said('Officials blamed the weather.', 'blamed')
    said('The minister urged restraint and demanded an inquiry.', 'urged')
    said('@okley condemned the attack.', 'condemned')
    said('The yard denies all of that.', 'denies')
    said('@anstey pledged to open the desk.', 'pledged')
    said('The report notes that the hinge pins are worn.', 'notes')
    said('@inspectorate reports that the ramp is sound.', 'reports')
    said('She was quoted as saying that the sea is patient.', 'quoted as saying')
    said('The boats, said @tolen, are ready.', 'said')
    said('He warned of a “cold” summer.', 'warned')
    said('@brask (the negotiator) said no more talks were planned @ostrel.', 'said')
    said('Der Hafen, said @dufray, ist zu.', 'said')
  })

  describe('is no attribution', () => {
    // Manners of speaking.
    quiet('That said, the pier is short.')
    quiet('All told, the season was a poor one.')
    quiet('Needless to say, the hinge is dear.')
    quiet('The said vessel lay at the quay.')
    quiet('Enough said about the hinge.')
    quiet('Truth be told, nobody counted the cormorants.')
    quiet('The plan went according to schedule.')
    quiet('Everything went according to plan at the quay.')
    quiet('The crates were sorted according to size and colour.')
    quiet('The ramp is painted according to the rules of the trade.')
    quiet('Each acts according to its own needs.')
    quiet('It goes without saying that crates are dear.')
    quiet('Art. 7 says what follows, and so, section 12(3) says, does the fine.')
    // Nouns that look like verbs.
    quiet('The member states that signed the protocol meet in spring.')
    quiet('The Member States that signed meet in spring.')
    quiet('The Baltic states that joined meet in spring.')
    quiet('The reports that reached us were short.')
    quiet('Unsupported claims that circulate on the quay are left out here.')
    quiet('The committee has a say in the matter.')
    quiet('A trailer can carry, say, a dozen pallets.')
    quiet('Minutes and notes that were taken at the quay are lost.')
    // What was not said, may be said or is only thought of.
    quiet('Nobody has said when the desk opens.')
    quiet('The council has said nothing since the winter.')
    quiet('The council never said why.')
    quiet('He told nobody. She told the truth. The purser says hello to everyone.')
    quiet('The minister may have said too much.')
    quiet('The desk stays shut until the insurer says so.')
    quiet('Much depends on whether the union says yes.')
    quiet('If the insurer says yes, the desk opens.')
    quiet('Has the minister said when?')
    quiet('What did she say, and who said it first?')
    quiet('The hull is said to be sound.')
    quiet('It is often said among crews.')
    quiet('He was accused of theft and blamed for the fire.')
    quiet('The ferry called at the pier, and she called for him at nine.')
    quiet('The surveyors wrote of a condemned building. Nobody blamed anybody.')
    quiet('The ramp demanded care. The rules demanded a pilot.')
    // Other meanings.
    quiet('The fire claimed two lives.')
    quiet('The port denied entry to the vessel.')
    quiet('The company declared a dividend.')
    quiet('They argued over the rota all winter.')
    quiet('The pattern suggests that crews wait for the paper.')
    quiet('Experience suggests that crews wait for the paper.')
    quiet('The desk opened the week the terms announced that season lapsed.')
    quiet('The crews were told to wait.')
    quiet('It was announced that morning.')
    // The writer's own voice.
    quiet('We said as much in our last brief.')
    quiet('As we noted above, the pier is short.')
    quiet('Our last brief argued the opposite.')
    quiet('This brief argues the opposite.')
    quiet('The previous note warned of the hinge.')
    quiet('According to our own count the quay is full.')
    quiet('We assess that the minister said what she was asked to say.')
    // The words that “he said” takes apart have their source behind the second half.
    quiet('“The first boats sail,” @mehra told him. “They sail in May” [^wire].')
  })

  describe('is a figure', () => {
    figure('Cold storage is down to 310 pallet places.', '310')
    figure('Freight fell by 40 per cent.', '40 per cent')
    figure('Freight fell by 40%.', '40%')
    figure('Freight fell by 2.5 percent over the winter.', '2.5 percent')
    figure('The hinge cost €1.2 million.', '€1.2 million')
    figure('The hinge cost $300 billion.', '$300 billion')
    figure('The hinge cost £3bn.', '£3bn')
    figure('Some 3 million crates were sold.', '3 million')
    figure('In 2030 freight collapsed.', '2030')
    figure('Freight has fallen since 2014.', '2014')
    figure('Of 61 linesmen most have left.', '61')
    figure('The ferry stopped on 4 November 2029.', '4 November 2029')
    figure('The ferry stopped on November 4, 2029.', 'November 4, 2029')
    figure('The ferry stopped on 2029-11-04.', '2029-11-04')
    figure('The ferry stopped on the 4th of November.', '4th of November')
    figure('Picking begins around 16 June and is over in five weeks.', '16 June')
    figure('The talks ended at 22:10.', '22:10')
    figure('The berth takes 4–6 boats a day.', '4')
    figure('Forty per cent of the crop was lost.', 'Forty per cent')
    figure('Pier 4 takes 12 boats.', '12')
    figure('The port berths 12 boats a day.', '12')
    figure('The line runs from 2pm.', '2pm')
    figure('Figures rose. Some 40 boats left.', '40')
    figure('Updated rules cost 40 jobs.', '40')
    figure('- [it] sold 40 boats', '40')
    figure('They sold 114 Old Harbour shares.', '114')
    figure('Trust stands at 310-412 points.', '310')
    figure('Bis Ende Juni 45 Stellen weniger, so geht das Gerücht.', '45')
    figure('# Limits to growth\n\nIt was 40.', '40')
    figure('# Method\n\nIt is sound.\n\n# Result\n\nIt was 40.', '40')
    figure('A. 300 tonnes were lost.', '300')
    figure('An earlier version of the treaty gave the island 40 berths.', '40')
    figure('Our sources counted 40 boats.', '40')
    figure('Trust in her stands at 31 (+3).', '31')
    figure('L’annonce est tombée à 9 h 30 sur le quai.', '9 h 30')
    figure('Um 14 Uhr war der Kai leer.', '14 Uhr')
    figure('Der Kai ist seit dem 21. Juli leer.', '21. Juli')
    figure('Cerró el 22 de enero de 2031.', '22 de enero de 2031')
    figure('Le quai est vide depuis le 3 mars.', '3 mars')
    figure('- For: nine of 12 places were taken', '12')
    figure('Wolf 359 lies 7.9 light years away.', '7.9')
    figure('I heard that 14 cormorants left.', '14')
    figure('World War I ended on 11 November 1918.', '11 November 1918')
    figure('Цена выросла на 12 %.', '12 %')
  })

  describe('is no figure', () => {
    quiet('Article 5 binds both shores.')
    quiet('See section 3 and figure 2 above for the terms.')
    quiet('The terms are in annex 2.')
    quiet('Under ICD 203 the terms are fixed.')
    quiet('COVID-19 closed the quay for a while.')
    quiet('The F-16 and the G7 are no ferries.')
    quiet('A 72-hour strike is planned at the quay.')
    quiet('The desk is open 24/7 in summer.')
    quiet('(1) The ramp is sound; (2) the pier is dry.')
    quiet('1) The ramp is sound and the pier is dry.')
    quiet('The 2030 harvest went by coaster.')
    quiet('There is a 60 per cent chance of rain on the quay.')
    quiet('Rain on the quay is 70% likely.')
    quiet('No. 5 is the last of the piers.')
    quiet('The crane at berth 11 is behind dock 4, in frame 212.')
    quiet('That leaves a gap of 9 h between the two signals.')
    quiet('At 9 kn the boat could have covered 87 nm by then.')
    quiet('The Convention, Arts 110–113, permits it, and so do sections 4 and 5 and rooms 2, 3 or 12.')
    quiet('The bus lines 4, 7 and 12 run again, as do Schools 1 to 6.')
    quiet('All times are local (UTC+3), and those of the ship GMT-2 or UTC\u221203:30.')
    quiet('The duty desk has ext. 4471 and sits in hall 14, behind hangar 22.')
    quiet('Its lawyer (tel. +00 555 0171) is on the quay, and so is 555 0142.')
    quiet('Our paper of 14 March on the rates was wrong.')
    quiet('Call our desk at (555) 013-4417 or 555-013-4417.')
    quiet('A version of this article appears in print on 23 February 2030.')
    quiet('This article was changed on 23 February 2030.')
    quiet('An earlier version gave the sample as 1,102.')
    quiet('Figure 3. Freight at the port, 2026–2030 (million tonnes). Source: port authority.')
    quiet('*Photo: A crane, 3 May 2030. Credit: J. Doe*')
    quiet('Published 1 February 2030, 18:20. Last updated 2 February, 09:05. 4 min read.')
    quiet('- [ ] Check the 40 boats with the port\n- [x] Call @mehra three times, as she said.')
    quiet('The desk is at 10 Weaver Street, the port at 114 Old Harbour Road.')
    quiet('An earlier version of this page gave the sample as 1,102.')
    quiet('Next report: 19 June, 18:00.')
    quiet('Replaces our paper of 12 June.')
    quiet('Supersedes SITREP 2 of 19 June.')
    quiet('It has not replied to our questions, sent on 3 March.')
    quiet('“Likely” here means roughly 55–75%.')
    quiet('Additional reporting: T. Quill. Data: accounts to 30 June 2030.')
    for (let heading of [
      'Method',
      'Methodology',
      'How we did this',
      'Limits of this memo',
      '4 Limits',
      'About this page'
    ])
      quiet(
        `## ${heading}\n\nSearches were run on 3 and 4 February 2030 at a rate of 1.0712.\n\n### Notes\n\nIt was 40.`
      )
    quiet('The 1990s were kind to the quay.')
    quiet('Since the 1990’s the quay is dry.')
    quiet('Write to room12@quay.example or see https://quay.example/2031/03.')
    quiet('The code is `2031-03` and the quay is dry.')
    quiet('We expect 40 per cent less freight.')
    quiet('By our\n  own view\n  some 40 crates will spoil, and this\nbrief says why.')
    quiet('By our own arithmetic some 40 crates will spoil.')
    quiet('In our view some 40 crates will spoil.')
    quiet('Did freight fall by 40 per cent?')
    quiet('If 40 crates spoil, the season is lost.')
    quiet('The Ostrel Protocol (2012) allows it, and so does the shipping act of 1988.')
    quiet('The question is whether 11 points are enough.')
    quiet('Whether 40 per cent is much depends on the season.')
    quiet('Likelihood: 55–80%.')
    quiet('Figure 2: Freight by year, 2026–2030, in tonnes.')
    quiet('Contact: desk@strait.example, +44 20 7946 0000.')
    quiet('Prepared by the desk on 14 March 2031.')
    quiet('I counted 14 cormorants, and that was in 2030.')
    quiet('# Freight in 2030')
    quiet('| year | tonnes |\n|---|---|\n| 2030 | 9300 |')
    quiet('> Freight fell by 40 per cent.')
    quiet('The posters say “only 40 more days to the boats” [^wire].')
    quiet('Freight fell by 40 per cent.[^stats]')
    quiet('Freight fell by 40 per cent ([kj1](#kj1)).')
    quiet('Freight fell by 40 per cent. {common}')
    quiet('Three dates matter in 2031:\n\n- the first sailing')
    quiet('A text with a footnote.[^1]\n\n[^1]: Seen on 4 November 2029.')
    // A list goes on with the sentence that leads over to it, in the same voice.
    quiet(
      'We take two things from the table:\n\n- At that pace it would stand close to 48 by June.\n  - Few are left: 9 or 10.\n\n- It sinks.'
    )
    it('but in a list only where the sentence before it is the writer’s', () =>
      checkClaims(
        'We add:\n\n- Some 30 left.\n- The council said so.\n\nOf the quay:\n\n- Some 40 left.\n\nSome 50 stayed.',
        ['attribution “said”', 'figure “40”', 'figure “50”']
      ))
    it('of the note’s own date', () =>
      checkClaims(
        '---\nas-of: 2031-03-14\ndate: 2031-03-15\n---\nThe quay was dry on 14 March 2031 and March 15, 2031.\n\nSENMERE, March 14 — The quay is dry.',
        []
      ))
  })

  describe('is a statement', () => {
    states('@karsa-line has kept its crews on the books.', '@karsa-line')
    states('- Against: [the union](@dock-union) wants a rota.', '[the union](@dock-union)')
    states('In May @mehra opens the pier. ', '@mehra')
  })

  describe('is no statement', () => {
    quiet('- @mehra, Minister of Transport')
    quiet('- @mehra')
    quiet('@mehra was not available on Friday night.')
    quiet('@mehra did not reply to a letter.')
    quiet('@mehra declined to comment.')
    quiet('*@arven, Mill Lane, a quarter to three on a Saturday.*')
    states('@arven broke the terms of the bargain.', '@arven')
    states('The terms hurt @arven at once.', '@arven')
    quiet('@mehra and @tolen.')
    quiet('See @mehra for the terms of the bargain.')
    quiet('Ask @anstey for the crew lists.')
    quiet('7/ h/t @anstey for the tip about the crew lists.')
    quiet('@arven should publish the annex.')
    quiet('If @arven publishes the annex, the desk opens.')
    quiet('Will @arven publish the annex?')
    quiet('We assess that @arven publishes the annex.')
    quiet('This page looks after @arven and its pier.')
    quiet('Three things would change our mind: trains, rain and a call from @arven.')
    quiet('## What @arven wants')
    quiet('These are the parties to @ostrel-protocol:\n\n- @arven\n- @dorrany')
    quiet('@brask put it like this:\n\n> Nobody sails on a principle. [^interview-brask]')
    quiet('Write to someone@arven.example about the annex.')
    quiet('The help of @arven would be needed to pump out the hold.')
    quiet('A crossing by night would need the consent of @arven.')
    quiet('To sail at all, @karsa-line would have to hire.')
    states('@arven would not hire.', '@arven')
    for (let label of ['Assumption', 'Judgement', 'Judgment', 'Forecast', 'Gap', 'Indicator'])
      quiet(`${label}: @arven sold 40 boats, the minister said.`)
    for (let label of ['Because', 'If wrong', 'Alternative', 'Indicator'])
      quiet(`Judgement: it is so.\n- ${label}: @arven sold 40 boats, the minister said.`)
  })

  it('is a day of the same month in another year than the note', () =>
    checkClaims('---\nas-of: 2031-03-14\n---\nThe quay was dry on 14 March 2030.', ['figure “14 March 2030”']))
  it('is asked once a sentence, by the most telling words', () =>
    checkClaims('@mehra said on 12 March that 40 boats had sailed. @mehra sold 40 boats. @mehra sold boats.', [
      'attribution “said”',
      'figure “40”',
      'statement “@mehra”'
    ]))
  it('is left to the quotation in its sentence', () => checkClaims('@mehra said that “the first boats will sail”.', []))
  it('is not left to a term in quotation marks', () =>
    checkClaims('@mehra called the date “soft” and said so.', ['attribution “said”']))
  it('is covered by a citation at the end of its paragraph where that is configured', () => {
    let text =
      'Freight fell by 40 per cent. @mehra said so. It fell in 2030 [^stats].\n\nIt fell by 2 per cent [^stats]. It rose by 3.'
    checkClaims(text, ['figure “40 per cent”', 'attribution “said”', 'figure “3”'])
    checkClaims(text, ['figure “3”'], 'paragraph')
  })
  it('is found behind CRLF, in lists and with astral characters before it', () =>
    checkClaims('- 𝔉𝔢𝔯𝔯𝔶 notes\r\n  go on: freight fell by 40%\r\n  in the winter.\r\n', ['figure “40%”']))

  it('is looked for in linear time', () => {
    let next = random(7)
    let pieces = [
      'a',
      '1',
      '1.',
      ' ',
      '@a ',
      'said ',
      'that ',
      'according to ',
      '"',
      '?',
      ' ? ',
      'We ',
      '[^a]',
      '-',
      ':',
      'N',
      'per cent',
      '{',
      'If ',
      '`'
    ]
    let hostile = [...pieces.map(piece => piece.repeat(20_000)), ...pieces.map(piece => `${piece}x `.repeat(20_000))]
    for (let i = 0; i < 10; i++)
      hostile.push(Array.from({ length: 40_000 }, () => pieces[next(pieces.length)]).join(''))
    // Quadratic work on any of these takes minutes, and mocha gives up.
    for (let text of hostile) uncitedClaims(parseNote(text), 'sentence')
  }).timeout(60_000)
})

describe('claims of the example', () => {
  for (let name of ['brief', 'linesmen'])
    it(`${name}: none`, () => {
      let text = readFileSync(`example/${name}.note.md`, 'utf8')
      checkClaims(text, [])
    })
})
