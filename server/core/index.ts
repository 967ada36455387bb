/** The door of the language: everything a caller outside `server/core` may use. */
export * from './model'
export { parseNote, type ParseOptions } from './parse'
