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
