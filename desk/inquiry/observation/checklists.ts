// The checklists as they stand in content, packed with the program: they are read where there is no network.
import { parse } from 'yaml'
import {
  type Checklist,
  type ChecklistCode,
  checklistCodes,
  readChecklist,
} from '../../../core/inquiry/observation/checklist.ts'
import call from '../../../content/observation/call.yaml?raw'
import jointTask from '../../../content/observation/joint-task.yaml?raw'
import rolePlay from '../../../content/observation/role-play.yaml?raw'

const sources: Readonly<Record<ChecklistCode, string>> = { rolePlay, call, jointTask }
const read = new Map<ChecklistCode, Checklist>()

export function checklistFor(code: ChecklistCode): Checklist {
  const known = read.get(code) ?? readChecklist(parse(sources[code]))
  read.set(code, known)
  return known
}

/** Null for a list that this version of the program does not know. */
export function findChecklist(code: string): Checklist | null {
  const known = checklistCodes.find((one) => one === code)
  return known === undefined ? null : checklistFor(known)
}
