/** Longest time, in milliseconds, for which work keeps the server from its messages. */
let slice = 8

/**
 * Runs work to its end, in slices, so that messages get through in between. Short work is done before this returns to the event
 * loop. Undefined once `stop` says so, which is asked before every slice.
 */
export async function pump<T>(work: Generator<void, T>, stop: () => boolean): Promise<T | undefined> {
  while (!stop()) {
    let end = performance.now() + slice
    do {
      let step = work.next()
      if (step.done) return step.value
    } while (performance.now() < end)
    await tick()
  }
  work.return(undefined as T)
  return undefined
}

/** Lets waiting messages be read. A timer of zero would do, too, but browsers make it wait for four milliseconds. */
export function tick(): Promise<void> {
  return new Promise(done => {
    // In a browser there is none, whatever the types say.
    if (typeof setImmediate === 'function') return void setImmediate(done)
    let { port1, port2 } = new MessageChannel()
    Object.assign(port1, {
      onmessage() {
        port1.close()
        done()
      }
    })
    port2.postMessage(undefined)
  })
}

/** Does something with each member, a few at a time, in slices. Stops where it is when told. */
export async function each<T>(
  members: readonly T[],
  atOnce: number,
  stop: () => boolean,
  act: (member: T) => Promise<void>
): Promise<void> {
  let next = 0
  let last = performance.now()
  let worker = async () => {
    while (next < members.length && !stop()) {
      await act(members[next++])
      if (performance.now() - last < slice) continue
      await tick()
      last = performance.now()
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, members.length) }, worker))
}
