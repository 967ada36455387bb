/** The day where the user is, ISO. */
export function localDay(now: Date): string {
  let two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
