import assert from 'node:assert'
import { scales } from '../../server/core'

/** Each term of a row with its band. */
function checkRow(profile: string, row: number, expected: string) {
  let terms = scales.get(profile)!.terms.filter(term => term.row === row)
  assert.equal(terms.map(({ term, from, to }) => `${term} ${from}-${to}`).join(', '), expected)
}

describe('likelihood scales', () => {
  it('of ICD 203, first row', () =>
    checkRow(
      'icd203',
      1,
      'almost no chance 1-5, very unlikely 5-20, unlikely 20-45, roughly even chance 45-55, likely 55-80, very likely 80-95, almost certain 95-99'
    ))
  it('of ICD 203, second row', () =>
    checkRow(
      'icd203',
      2,
      'remote 1-5, highly improbable 5-20, improbable 20-45, roughly even odds 45-55, probable 55-80, highly probable 80-95, nearly certain 95-99'
    ))
  it('of PHIA', () =>
    checkRow(
      'phia',
      1,
      'remote chance 0-5, highly unlikely 10-20, unlikely 25-35, realistic possibility 40-50, likely 55-75, highly likely 80-90, almost certain 95-100'
    ))
  it('of PHIA leave gaps between the bands, ICD 203 leaves none', () => {
    for (let { terms, gaps, rows } of scales.values()) {
      let bands = terms.filter(term => term.row === 1)
      let between = bands.slice(1).map((term, at) => [bands[at].to, term.from])
      assert.deepEqual(gaps, rows ? [] : between)
      assert.ok(between.every(([from, to]) => (rows ? from === to : from < to)))
    }
  })
  it('have no term twice', () => {
    for (let { terms } of scales.values()) {
      let all = terms.flatMap(({ term, forms }) => [term, ...forms])
      assert.equal(new Set(all).size, all.length)
    }
  })
})
