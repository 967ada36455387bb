import type { WriteStream } from 'node:tty'

/** A line about slow work, on a terminal only, that is gone when the work is done. */
export interface Progress {
  show(words: () => string): void
  clear(): void
}

/** Nothing is shown in the first half second: most checks are done by then. */
export function progressOn(stream: Pick<WriteStream, 'isTTY' | 'columns' | 'write'>): Progress {
  let next = performance.now() + 500
  let isShown = false
  return {
    show(words) {
      if (!stream.isTTY || performance.now() < next) return
      next = performance.now() + 100
      isShown = true
      stream.write(`\r${words().slice(0, (stream.columns ?? 80) - 1)}\u001b[K`)
    },
    clear() {
      if (isShown) stream.write('\r\u001b[K')
      isShown = false
    }
  }
}
