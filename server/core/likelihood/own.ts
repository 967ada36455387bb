import { proseIn, signsInNote, voicesIn } from '../claims'
import { citedSentences } from '../claims/evidence'
import type { Voice } from '../claims/voice'
import type { Label, Note, Sentence, Statement } from '../model'
import type { Workspace } from '../workspace'
import type { Scale } from './scale'
import type { FoundTerm } from './terms'

/** A sentence in which the writer speaks, and not a source. */
export interface OwnSentence {
  sentence: Sentence
  /** The writer's own words of it (`proseOf`), as long as the sentence. */
  words: string
  /** In the words (`signsIn`). */
  signs: number
  voice: Voice
  /** Index in `statements` of the statement or item it belongs to. */
  statement?: number
  label?: Label
  /** It says itself that it is analysis: “we assess”. */
  isAnalysis: boolean
  /** What `termsOf` found. */
  terms?: { scale?: Scale; found: FoundTerm[] }
}

let reporting: readonly (Label | undefined)[] = ['Fact', 'For', 'Against']

/**
 * The sentences of a note that speak for its writer. What is reported is not among them: under `Fact:`, `For:` and `Against:`, whatever
 * “X said”, and sentences without a label that cite a source, unless they begin from “we assess”. Nor are questions.
 */
export function ownSentences(workspace: Workspace, note: Note): OwnSentence[] {
  return workspace.ofNote(note, ownWords, () => allSentences(workspace, note).filter(own => !own.isReported))
}
let ownWords = Symbol('own sentences')

/** A sentence of the writer's, or of what is reported. */
export interface SentenceOfNote extends OwnSentence {
  isReported: boolean
  isCited: boolean
}

/** Every sentence in running text but block quotes, footnotes and questions. */
export function allSentences(workspace: Workspace, note: Note): SentenceOfNote[] {
  return workspace.ofNote(note, allWords, () => {
    let cited = citedSentences(note, 'sentence')
    let prose = proseIn(workspace, note)
    let signs = signsInNote(workspace, note)
    let hear = voicesIn(workspace, note)
    let found: SentenceOfNote[] = []
    for (let [index, sentence] of note.sentences.entries()) {
      let { kind, blockQuote, footnote, statement } = note.blocks[sentence.block]
      if (kind !== 'paragraph' || blockQuote !== undefined || footnote !== undefined) continue
      let voice = hear(index)
      if (voice.isQuestion) continue
      let { isAnalysis } = voice
      let label = statement === undefined ? undefined : note.statements[statement].label
      let isCited = cited.has(index)
      let isReported =
        !isAnalysis && (reporting.includes(label) || (!label && isCited) || voice.attribution !== undefined)
      found.push({
        sentence,
        words: prose[index],
        signs: signs[index],
        voice,
        statement,
        label,
        isAnalysis,
        isReported,
        isCited,
        terms: undefined
      })
    }
    return found
  })
}
let allWords = Symbol('all sentences')

/** Judgements and forecasts that stand on their own, with their place among the statements. */
export function conclusions(note: Note): { statement: Statement; index: number }[] {
  let found: { statement: Statement; index: number }[] = []
  for (let [index, statement] of note.statements.entries())
    if (statement.parent === undefined && (statement.label === 'Judgement' || statement.label === 'Forecast'))
      found.push({ statement, index })
  return found
}

/** An attribute of a statement's block: `by`, `likelihood`. */
export function attributeOf(note: Note, statement: Statement, name: string) {
  return statement.attributes === undefined
    ? undefined
    : note.attributes[statement.attributes].values.find(own => own.name === name)
}

/** The prose of every statement and item, all its blocks together; by index in `statements`. */
export function statementWords(workspace: Workspace, note: Note): string[] {
  return workspace.ofNote(note, wordsOfStatements, () => {
    let parts: string[][] = note.statements.map(() => [])
    let prose = proseIn(workspace, note)
    for (let [index, sentence] of note.sentences.entries()) {
      let block = note.blocks[sentence.block]
      let words = prose[index]
      if (block.statement !== undefined && block.blockQuote === undefined) parts[block.statement].push(words)
    }
    return parts.map(own => own.join(' '))
  })
}
let wordsOfStatements = Symbol('words of statements')
