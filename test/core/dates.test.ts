import assert from 'node:assert'
import fc from 'fast-check'
import { dateBounds, dateProblem } from '../../server/core/records/dates'

/** The bounds of a date, or what is wrong and what its fixes write. */
function check(text: string, expected: string) {
  let bounds = dateBounds(text)
  let problem = dateProblem(text)
  assert.equal(bounds === undefined, problem !== undefined, text)
  let said = bounds
    ? `${bounds.first ?? ''}..${bounds.last ?? ''}`
    : [problem?.message, ...(problem?.readings ?? []).map(each => each.iso)].join(' => ')
  assert.equal(said, expected, text)
}

describe('dates', () => {
  it('are EDTF', () => {
    check('2031', '2031-01-01..2031-12-31')
    check('2031-03', '2031-03-01..2031-03-31')
    check('2032-02', '2032-02-01..2032-02-29')
    check('2031-03-14', '2031-03-14..2031-03-14')
    check('2031-03-14T09:30', '2031-03-14..2031-03-14')
    check('2031-03-14T09:30:00.5Z', '2031-03-14..2031-03-14')
    check('2031-03-14T09:30:00+02:00', '2031-03-14..2031-03-14')
    check('2031-03~', '2031-03-01..2031-03-31')
    check('2031?', '2031-01-01..2031-12-31')
    check('2031-03-14%', '2031-03-14..2031-03-14')
    check('203X', '2030-01-01..2039-12-31')
    check('2031-XX-XX', '2031-01-01..2031-12-31')
    check('2031-03-XX', '2031-03-01..2031-03-31')
    check('2031-22', '2031-01-01..2031-12-31')
    check('2030/2031-03', '2030-01-01..2031-03-31')
    check('2030-05/..', '2030-05-01..')
    check('/2030', '..2030-12-31')
    check('Y170000', '..')
    check('-0044', '-0044-01-01..-0044-12-31')
  })
  it('that can be read in two ways are named in both', () => {
    check(
      '02-05-2025',
      '02-05-2025 can be read as 2025-05-02 (2 May 2025) or 2025-02-05 (5 February 2025): write the one that is meant => 2025-05-02 => 2025-02-05'
    )
    check(
      '2/5/2025',
      '2/5/2025 can be read as 2025-05-02 (2 May 2025) or 2025-02-05 (5 February 2025): write the one that is meant => 2025-05-02 => 2025-02-05'
    )
  })
  it('that can be read in one way only are named in it', () => {
    check('13/5/2025', 'Write 13/5/2025 as 2025-05-13 => 2025-05-13')
    check('5/13/2025', 'Write 5/13/2025 as 2025-05-13 => 2025-05-13')
    check('5-5-2025', 'Write 5-5-2025 as 2025-05-05 => 2025-05-05')
    check('02.05.2025', 'Write 02.05.2025 as 2025-05-02 => 2025-05-02')
    check('2031/03/14', 'Write 2031/03/14 as 2031-03-14 => 2031-03-14')
    check('2031-3-4', 'Write 2031-3-4 as 2031-03-04 => 2031-03-04')
    check('20310314', 'Write 20310314 as 2031-03-14 => 2031-03-14')
    check('2031-3', 'Write 2031-3 as 2031-03 => 2031-03')
    check('03/2031', 'Write 03/2031 as 2031-03 => 2031-03')
    check('14 March 2031', 'Write 14 March 2031 as 2031-03-14 => 2031-03-14')
    check('March 14th, 2031', 'Write March 14th, 2031 as 2031-03-14 => 2031-03-14')
    check('Sept. 2031', 'Write Sept. 2031 as 2031-09 => 2031-09')
    check('2031-03-14 09:30', 'Write 2031-03-14 09:30 as 2031-03-14T09:30 => 2031-03-14T09:30')
  })
  it('that cannot be are said to be impossible', () => {
    check('2031-02-30', 'There is no day 30 in February 2031, which has 28 days')
    check('2031-02-29', 'There is no day 29 in February 2031, which has 28 days')
    check('2031-04-00', 'There is no day 00 in April 2031, which has 30 days')
    check('2031-13', 'There is no month 13')
    check('2031-14-03', 'There is no month 14; read as year, day, month it is 2031-03-14 => 2031-03-14')
    check('2031-03-14T25:00', '“2031-03-14T25:00” is no time of a day: write it as 2031-03-14T09:30:00Z')
    check('2031-03/2030', 'The interval 2031-03/2030 ends before it begins')
    check('30/2/2031', '“30/2/2031” is no date: write it as 2031-03-14, 2031-03 or 2031')
    check('2/5/25', 'Write the year of 2/5/25 with four digits: 2031-03-14, 2031-03 or 2031')
    check('soon', '“soon” is no date: write it as 2031-03-14, 2031-03 or 2031')
    check('..', '“..” is no date: write it as 2031-03-14, 2031-03 or 2031')
    check('/', '“/” is no date: write it as 2031-03-14, 2031-03 or 2031')
  })
  it('written by a computer are dates, and every fix is one', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('2099-12-31'), noInvalidDate: true }), date => {
        let iso = date.toISOString()
        assert.ok(dateBounds(iso) && dateBounds(iso.slice(0, 10)))
        let [year, month, day] = iso.slice(0, 10).split('-')
        for (let text of [`${day}/${month}/${year}`, `${month}-${day}-${year}`, `${day}.${month}.${year}`]) {
          let { readings } = dateProblem(text)!
          assert.ok(
            readings.some(reading => reading.iso === iso.slice(0, 10)) &&
              readings.every(reading => dateBounds(reading.iso))
          )
        }
      }),
      { seed: 20310314, numRuns: 300 }
    )
  })
})
