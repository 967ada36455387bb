import assert from 'node:assert'
import { fold } from '../../server/core/verify'
import { library, verdictIn } from '../core/library'
import { random } from '../random'

// Laws that hold in any script, over texts made of invented sentences' words. A script without spaces is cut between its signs.
let scripts: { [script: string]: { words: string[]; other: string; unspaced?: boolean } } = {
  latin: {
    words: words('harbour boats sail quay “winter” isn’t île Łódź naïve 12 2.5 — ice, snow. pier'),
    other: 'gull'
  },
  greek: { words: words('πλοία λιμάνι δεν θα αποπλεύσουν Μάιο «νησί» αλάτι, χιόνι. ο και 7 ναύτης'), other: 'γλάρος' },
  cyrillic: { words: words('суда порт не выйдут мае «остров» соль, снег. и всё лёд 30 маяк — тень'), other: 'чайка' },
  hebrew: { words: words('סירות נמל לא יפליגו במאי אי מלח, שלג. הים 40 שָׁלוֹם מגדלור רוח'), other: 'שחף' },
  arabic: { words: words('قوارب مرفأ لا تبحر مايو جزيرة ملح، ثلج. البحر ٤٠ منارة ريح كِتاب'), other: 'نورس' },
  devanagari: { words: words('नाव बंदरगाह नहीं चलेगी मई द्वीप नमक, बर्फ़। समुद्र ४० हवा'), other: 'पक्षी' },
  turkish: { words: words('İlk tekneler Mayıs’ta ışık söndü değil çıkacak ada, tuz. ılık şimdi 8'), other: 'martı' },
  vietnamese: { words: words('thuyền bến không ra khơi đảo muối, tuyết. biển gió việt 50 đèn'), other: 'mòng' },
  korean: { words: words('배는 항구 오월에 않는다 섬 소금, 눈. 바다 40 등대 바람'), other: '갈매기' },
  chinese: { words: [...'船港不五月启航岛盐雪海灯塔风，。三百人'], other: '鸥', unspaced: true },
  japanese: { words: [...'船は五月に出る島塩雪海灯台ない、。ヨット'], other: '鷗', unspaced: true },
  thai: {
    words: ['เรือ', 'ท่า', 'ไม่', 'ออก', 'เกาะ', 'เกลือ', 'หิมะ', 'ทะเล', 'ลม', 'ไฟ', ' '],
    other: 'นก',
    unspaced: true
  }
}

function words(list: string): string[] {
  return list.split(' ')
}

let ways: { [way: string]: (own: string) => string } = {
  decomposed: own => own.normalize('NFD'),
  'soft hyphens': own => own.replace(/(\p{L})(?=\p{L})/gu, '$1\u00ad'),
  directions: own => `\u200f${own}\u200e`,
  'zero-width': own => own.replace(/ /g, ' \u200b'),
  blanks: own => own.replace(/ /g, '\u00a0\n'),
  marks: own =>
    own
      .replace(/[“”«»]/g, '"')
      .replaceAll('’', "'")
      .replaceAll('—', '--')
}

for (let [script, { words, other, unspaced }] of Object.entries(scripts)) {
  describe(`a passage in ${script}`, () => {
    let glue = unspaced ? '' : ' '
    let make = (pick: (below: number) => number) => Array.from({ length: 50 }, () => words[pick(words.length)])
    let isWord = (word: string) => /^[\p{L}\p{N}][\p{L}\p{M}\p{N}’]*$/u.test(word)
    // From a word to a word.
    let cut = (parts: string[], pick: (below: number) => number): string[] => {
      for (;;) {
        let from = pick(parts.length - 12)
        let found = parts.slice(from, from + 5 + pick(7))
        if (isWord(found[0]) && isWord(found[found.length - 1])) return found
      }
    }
    let judge = (source: string, quoted: string) => verdictIn(library({ a: source }), quoted)

    it('is exact as it stands, folded in any typography, and its offsets point at its words', () => {
      let pick = random(31)
      for (let round = 0; round < 120; round++) {
        let parts = make(pick)
        let source = parts.join(glue)
        let quoted = cut(parts, pick).join(glue)
        assert.equal(judge(source, quoted).kind, 'exact', quoted)
        let [way, write] = Object.entries(ways)[round % 6]
        let written = write(quoted)
        let found = judge(source, written)
        assert.match(found.kind, /exact|folded/, `${way}: ${written}`)
        let [{ from, to }] = found.passages
        assert.equal(fold(source.slice(from, to)).text, fold(quoted).text, way)
        // The other way round: the source is set like that.
        let set = write(source)
        let again = judge(set, quoted)
        assert.match(again.kind, /exact|folded/, `${way} in the source: ${quoted}`)
        let [place] = again.passages
        assert.equal(fold(set.slice(place.from, place.to)).text, fold(quoted).text, way)
      }
    })

    it('never passes with a word changed, left out or put in', () => {
      let pick = random(32)
      for (let round = 0; round < 120; round++) {
        let parts = make(pick)
        let quoted = cut(parts, pick)
        let at = 1 + pick(quoted.length - 2)
        if (!isWord(quoted[at])) continue
        if (round % 3 === 0) quoted[at] = other
        if (round % 3 === 1) quoted.splice(at, 0, other)
        if (round % 3 === 2) quoted.splice(at, 1)
        let written = quoted.join(glue)
        if (fold(parts.join(glue)).text.includes(fold(written).text)) continue
        assert.match(judge(parts.join(glue), written).kind, /altered|absent/, written)
      }
    })

    it('is edited with its middle left out behind a mark, and never the wrong way round', () => {
      let pick = random(33)
      for (let round = 0; round < 60; round++) {
        let parts = make(pick)
        let source = parts.join(glue)
        let quoted = cut(parts, pick)
        let at = 1 + pick(quoted.length - 3)
        let [head, tail] = [quoted.slice(0, at).join(glue), quoted.slice(at + 1).join(glue)]
        if (!isWord(quoted[at - 1]) || !isWord(quoted[at + 1])) continue
        assert.equal(judge(source, `${head} […] ${tail}`).kind, 'edited', `${head} […] ${tail}`)
        let turned = `${tail} […] ${head}`
        let first = source.indexOf(tail)
        if (source.includes(head, first + tail.length) || first < 0) continue
        assert.match(judge(source, turned).kind, /altered|absent/, turned)
      }
    })
  })
}
