// The guides as they stand in content, packed with the program: they are read where there is no network.
import { parse } from 'yaml'
import { type Guide, type GuideRole, readGuide } from '../../../core/inquiry/interview/guide.ts'
import child from '../../../content/interviews/child.yaml?raw'
import guardian from '../../../content/interviews/guardian.yaml?raw'
import parent from '../../../content/interviews/parent.yaml?raw'
import teacher from '../../../content/interviews/teacher.yaml?raw'
import village from '../../../content/interviews/village.yaml?raw'

const sources: Readonly<Record<GuideRole, string>> = { child, parent, guardian, teacher, village }
const read = new Map<GuideRole, Guide>()

export function guideFor(role: GuideRole): Guide {
  const known = read.get(role) ?? readGuide(parse(sources[role]))
  read.set(role, known)
  return known
}
