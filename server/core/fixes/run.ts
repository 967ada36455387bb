/** The value of a generator that yields only so that its caller may pause: a fix is asked for once, and waits. */
export function run<T>(work: Generator<void, T>): T {
  for (;;) {
    let step = work.next()
    if (step.done) return step.value
  }
}

/** Words for a title or a message: on one line, and of what is too long the middle left out. */
export function short(words: string, limit = 70): string {
  let line = words.replace(/\s+/g, ' ').trim()
  if (line.length <= limit) return line
  let half = limit >> 1
  let start = line.slice(0, half).replace(/\s\S{0,15}$/, '')
  let end = line.slice(line.length - half).replace(/^\S{0,15}\s/, '')
  return `${start} … ${end}`
}

/** The same, with what differs from the words as they were in sight. */
export function shortChanged(words: string, before: string, limit = 70): string {
  let [line, old] = [words, before].map(own => own.replace(/\s+/g, ' ').trim())
  if (line.length <= limit) return line
  let [now, then] = [line.toLowerCase(), old.toLowerCase()]
  let shared = Math.min(now.length, then.length)
  let head = 0
  while (head < shared && now[head] === then[head]) head++
  let tail = 0
  while (tail < shared - head && now.at(-1 - tail) === then.at(-1 - tail)) tail++
  // As much on either side as there is room for.
  let room = Math.max(12, (limit - (line.length - tail - head)) >> 1)
  let [from, to] = [Math.max(0, head - room), Math.min(line.length, line.length - tail + room)]
  let shown = short(line.slice(from, to), limit)
  if (from > 0) shown = shown.replace(/^\S{0,15}\s/, '… ')
  return to < line.length ? shown.replace(/\s\S{0,15}$/, ' …') : shown
}
