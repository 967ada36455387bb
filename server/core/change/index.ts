export { type Change, type ChangeEdit, isRefusal, type Refusal } from './change'
export { type Move, move } from './move'
export { lostWith } from './remove'
export { nameOf, type Renamable, renamableAt, rename } from './rename'
