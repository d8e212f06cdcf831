import { Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Outcome } from '../../core/kit/outcome.ts'
import { DoingNote, text, useDoing } from '../kit/index.ts'
import { useKeptDraft } from './drafts.ts'
import { takeOpened } from './kept-form.ts'

export interface KeptTextProps {
  /** Under which half-written words are kept on this device. */
  readonly name: string
  readonly label: string
  /** Where the question stands above already. */
  readonly isLabelHidden?: boolean
  readonly placeholder?: string
  readonly hint?: string
  readonly value: string
  readonly maxLength?: number
  readonly minRows?: number
  readonly readOnly?: boolean
  /** `was`: the words over which somebody began to write, the `base` of the change (S07). */
  readonly onSave: (value: string, was: string) => Promise<Outcome<unknown>>
}

/** Kept with every pause while typing, saved when the field is left: a lock or a dead battery loses no sentence. */
export function KeptText({
  name,
  label,
  isLabelHidden = false,
  placeholder = '',
  hint,
  value,
  maxLength = 4000,
  minRows = 2,
  readOnly = false,
  onSave,
}: KeptTextProps) {
  const doing = useDoing()
  const kept = useKeptDraft(name, { was: value, is: value }, (found) =>
    takeOpened(found, value, (words) => (typeof words === 'string' ? words : null)),
  )
  const [phase, setPhase] = useState<'untouched' | 'typing' | 'saved'>('untouched')
  const mine = phase === 'typing' || (phase === 'untouched' && kept.restored)
  const own = mine ? kept.value : null
  const save = async () => {
    if (own === null) return
    const isSaid = own.is === own.was || own.is === value
    if (!isSaid && (await doing.run(() => onSave(own.is, own.was))) === null) return
    setPhase('saved')
    await kept.clear()
  }
  return (
    <>
      <Textarea
        {...(isLabelHidden ? { 'aria-label': label } : { label })}
        placeholder={placeholder}
        {...(hint === undefined ? {} : { description: hint })}
        autosize
        minRows={minRows}
        maxLength={maxLength}
        readOnly={readOnly}
        value={own?.is ?? value}
        onChange={(event) => {
          setPhase('typing')
          kept.change({ was: own?.was ?? value, is: event.currentTarget.value })
        }}
        onBlur={() => void save().catch(reportError)}
      />
      {own !== null && phase === 'untouched' && <output>{text('sync:draftRestored')}</output>}
      <DoingNote doing={doing} />
    </>
  )
}
