import assert from 'node:assert'
import { each, pump, tick } from '../../server/lsp/pump'

function* count(to: number, seen: number[]): Generator<void, string> {
  for (let i = 0; i < to; i++) {
    seen.push(i)
    yield
  }
  return 'done'
}

// Takes a while without giving way.
function busy(milliseconds: number) {
  let end = performance.now() + milliseconds
  while (performance.now() < end);
}

describe('work in slices', () => {
  it('comes to its end', async () => assert.equal(await pump(count(5, []), () => false), 'done'))

  it('that is short is done at once', () => {
    let seen: number[] = []
    pump(count(5, seen), () => false)
    assert.equal(seen.length, 5)
  })

  it('that is long lets others through', async () => {
    function* long() {
      for (let i = 0; i < 10; i++) {
        busy(5)
        yield
      }
    }
    let others = 0
    let running = pump(long(), () => false).then(() => 'end')
    while ((await Promise.race([running, tick()])) !== 'end') others++
    assert.ok(others >= 3, String(others))
  })

  it('stops when it is told, and is told so', async () => {
    let ended = false
    let stop = false
    function* endless(): Generator<void, string> {
      try {
        while (true) {
          busy(3)
          yield
        }
      } finally {
        ended = true
      }
    }
    let running = pump(endless(), () => stop)
    stop = true
    assert.equal(await running, undefined)
    assert.ok(ended)
  })

  it('fails as the work fails', async () => {
    await assert.rejects(
      pump(
        (function* () {
          yield
          throw Error('no')
        })(),
        () => false
      ),
      /no/
    )
  })

  it('does something with each, a few at a time', async () => {
    let running = 0
    let most = 0
    let seen: number[] = []
    await each(
      [1, 2, 3, 4, 5, 6, 7],
      3,
      () => false,
      async member => {
        most = Math.max(most, ++running)
        await tick()
        running--
        seen.push(member)
      }
    )
    assert.equal(most, 3)
    assert.deepEqual(seen.sort(), [1, 2, 3, 4, 5, 6, 7])
  })
})
