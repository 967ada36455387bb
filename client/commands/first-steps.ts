import { commands } from 'vscode'

/** The walkthrough. */
export function firstSteps() {
  return commands.executeCommand('workbench.action.openWalkthrough', 'provenote.provenote#firstSteps', false)
}
