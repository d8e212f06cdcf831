import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type StrengthId, strengthIds } from '../../../core/assessment/profile/cause-ids.ts'
import { DoingNote, Form, Section, text, useDoing } from '../../kit/index.ts'
import { newId } from '../../sync/index.ts'
import styles from './profile.module.css'
import type { ProfileInHand } from './use-profile.ts'

/** What the child, the adult and the family can do already, who helps, and what they wish for. */
export function StrengthsSection({ inHand }: { readonly inHand: ProfileInHand }) {
  const doing = useDoing()
  const { strengths } = inHand.described
  const drop = (key: string) =>
    doing.run(() =>
      inHand.write((present) => ({
        strengths: Object.fromEntries(
          Object.entries(present.strengths).filter(([other]) => other !== key),
        ),
      })),
    )
  return (
    <Section
      title={text('assessment:profile.strengthsTitle')}
      hint={text('assessment:profile.strengthsHint')}
    >
      {strengths.length === 0 ? (
        <p className={styles.fine}>{text('assessment:profile.strengthsNone')}</p>
      ) : (
        <ul className={styles.bare}>
          {strengths.map(({ id, kind, words }) => (
            <li key={id} className={styles.cardHead}>
              <span>
                <b>{text(`assessment:profile.strengthOf.${kind}`)}</b> {words}
              </span>
              {inHand.writable && (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={text('assessment:profile.dropStrength', { words })}
                  onClick={() => void drop(id)}
                >
                  {text('kit:remove')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <DoingNote doing={doing} />
      {inHand.writable && <AddStrength inHand={inHand} />}
    </Section>
  )
}

/** In the worker's words, or a passage of a talk that says it. */
function AddStrength({ inHand }: { readonly inHand: ProfileInHand }) {
  const doing = useDoing()
  const [kind, setKind] = useState<StrengthId>('child')
  const [words, setWords] = useState('')
  const said = inHand.evidence.signs.flatMap((sign) =>
    sign.of === 'strength' ? sign.quotations.map((quotation) => ({ of: sign.id, quotation })) : [],
  )
  const taken = new Set(inHand.described.strengths.map(({ spanId }) => spanId))
  const add = async (of: StrengthId, own: string, spanId: string | null) => {
    const one = { kind: of, words: Array.from(own).slice(0, 600).join(''), spanId }
    const made = await doing.run(() =>
      inHand.write((present) => ({ strengths: { ...present.strengths, [newId()]: one } })),
    )
    if (made !== null && spanId === null) setWords('')
  }
  return (
    <>
      {said
        .filter(({ quotation }) => !taken.has(quotation.spanId))
        .map(({ of, quotation }) => (
          <div key={`${of} ${quotation.spanId}`} className={styles.cardHead}>
            <span className={styles.quote}>{quotation.words}</span>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={text('assessment:profile.takeStrengthNamed', { words: quotation.words })}
              onClick={() => void add(of, quotation.words, quotation.spanId)}
            >
              {text('assessment:profile.takeStrength')}
            </Button>
          </div>
        ))}
      <Form
        onSubmit={() => {
          if (words.trim() !== '') void add(kind, words.trim(), null)
        }}
        label={text('assessment:profile.addStrength')}
      >
        <Group align="flex-end" gap="xs">
          <NativeSelect
            label={text('assessment:profile.strengthWhose')}
            value={kind}
            data={strengthIds.map((value) => ({
              value,
              label: text(`assessment:profile.strengthOf.${value}`),
            }))}
            onChange={({ currentTarget }) =>
              setKind(strengthIds.find((one) => one === currentTarget.value) ?? 'child')
            }
          />
          <TextInput
            label={text('assessment:profile.addStrength')}
            maxLength={600}
            value={words}
            onChange={({ currentTarget }) => setWords(currentTarget.value)}
            style={{ flex: '1 1 12rem' }}
          />
          <Button type="submit" variant="default" loading={doing.busy}>
            {text('kit:add')}
          </Button>
        </Group>
      </Form>
      <DoingNote doing={doing} />
    </>
  )
}
