import type { Concern } from '../../core/safety/concern-shape.ts'
import { text } from '../kit/index.ts'
import { KeptText, type LocalRecord } from '../sync/index.ts'
import { useEditConcern } from './use-concern.ts'

const lengths = {
  place: 400,
  questionAsked: 400,
  atHome: 400,
  otherChildren: 400,
  evidence: 1000,
  factsSeen: 6000,
  childsWords: 6000,
  actionTaken: 6000,
  aftercareChild: 2000,
  aftercareWorker: 2000,
} as const satisfies Partial<Record<keyof Concern, number>>
export type TextField = keyof typeof lengths

const told: readonly TextField[] = ['place', 'questionAsked', 'factsSeen', 'childsWords']

/** One field of the record; what went out with a report is shown and no longer written over. */
export function ConcernText({
  its,
  field,
  hint,
  minRows = 2,
}: {
  readonly its: LocalRecord<Concern>
  readonly field: TextField
  readonly hint?: string
  readonly minRows?: number
}) {
  const edit = useEditConcern(its.id)
  const stands = its.reportedAt !== null && told.includes(field) && its[field] !== ''
  return (
    <KeptText
      name={`concern:${its.id}:${field}`}
      label={text(`safety:fields.${field}`)}
      {...(hint === undefined ? {} : { hint })}
      value={its[field]}
      maxLength={lengths[field]}
      minRows={minRows}
      readOnly={stands || its.state === 'closed'}
      onSave={(words, was) => edit({ [field]: words }, { [field]: was })}
    />
  )
}
