import type { ScaleTag } from '../../inquiry/scale.ts'
import type { ProgrammeTarget } from '../plan-shape.ts'

const tags: Readonly<Record<ProgrammeTarget, readonly ScaleTag[]>> = {
  cognition: ['cognition', 'misunderstanding'],
  initiative: ['initiative'],
  content: ['content'],
  skills: ['skills'],
  communication: ['communication'],
  interaction: ['interaction'],
  trust: ['trust'],
  emotionTone: ['emotionControl', 'tone'],
  guardianBridge: ['bridging'],
}

/** What a questionnaire's scale must be about to show where a target stands. */
export function tagsOf(target: ProgrammeTarget): readonly ScaleTag[] {
  return tags[target]
}
