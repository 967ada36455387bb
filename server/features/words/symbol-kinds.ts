import { SymbolKind } from 'vscode-languageserver-types'
import type { Actor, Label } from '../../core'

/** The protocol's kinds were made for programs; these are the nearest, told apart by their icons. */
export let labelKinds: { [label in Label]: SymbolKind } = {
  Fact: SymbolKind.Constant,
  Assumption: SymbolKind.Interface,
  Judgement: SymbolKind.Class,
  Forecast: SymbolKind.Event,
  Gap: SymbolKind.Null,
  Indicator: SymbolKind.Key,
  For: SymbolKind.EnumMember,
  Against: SymbolKind.Operator,
  Because: SymbolKind.Field,
  'If wrong': SymbolKind.Boolean,
  Alternative: SymbolKind.Enum
}

export let headingKind = SymbolKind.String
export let sourceKind = SymbolKind.File

export function actorKind({ schema }: Actor): SymbolKind {
  if (schema === 'Person') return SymbolKind.Object
  return schema === 'Country' || schema === 'Place' ? SymbolKind.Namespace : SymbolKind.Module
}
