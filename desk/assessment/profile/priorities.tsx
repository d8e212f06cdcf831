import { Button, Group, NativeSelect, Text } from '@mantine/core'
import { programmeTargets } from '../../../core/inquiry/programme-targets.ts'
import { DoingNote, text, useDoing } from '../../kit/index.ts'
import { namePart, nameTarget } from './profile-words.ts'
import styles from './profile.module.css'
import type { ProfileInHand } from './use-profile.ts'

/** What is worked on first: judged targets, causes and harms in their order. */
export function Priorities({ inHand }: { readonly inHand: ProfileInHand }) {
  const doing = useDoing()
  const { described, writable, write } = inHand
  const all = listNames(inHand)
  const chosen = described.priorities
  const save = (make: (before: readonly string[]) => readonly string[]) =>
    doing.run(() => write((present) => ({ priorities: [...make(present.priorities)] })))
  const raise = (key: string) =>
    save((before) => {
      const at = before.indexOf(key)
      return at <= 0 ? before : before.toSpliced(at, 1).toSpliced(at - 1, 0, key)
    })
  const rest = [...all].filter(([key]) => !chosen.includes(key))
  if (!writable && chosen.length === 0) return null
  return (
    <div className={styles.side}>
      <Text fw={600} size="sm">
        {text('assessment:fields.priorities')}
      </Text>
      <ol className={styles.plain}>
        {chosen.map((key, index) => (
          <li key={key}>
            <div className={styles.cardHead}>
              <span>{all.get(key) ?? key}</span>
              {writable && (
                <Group gap="xs">
                  {index > 0 && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={text('assessment:profile.raiseNamed', {
                        name: all.get(key) ?? '',
                      })}
                      onClick={() => void raise(key)}
                    >
                      {text('assessment:profile.raise')}
                    </Button>
                  )}
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={text('assessment:profile.dropPriority', {
                      name: all.get(key) ?? '',
                    })}
                    onClick={() => void save((before) => before.filter((one) => one !== key))}
                  >
                    {text('kit:remove')}
                  </Button>
                </Group>
              )}
            </div>
          </li>
        ))}
      </ol>
      {writable && rest.length > 0 && (
        <NativeSelect
          label={text('assessment:profile.addPriority')}
          value=""
          data={[
            { value: '', label: text('assessment:profile.choose') },
            ...rest.map(([value, label]) => ({ value, label })),
          ]}
          onChange={({ currentTarget }) => {
            const key = currentTarget.value
            if (key !== '') void save((before) => [...before.filter((one) => one !== key), key])
          }}
        />
      )}
      <DoingNote doing={doing} />
    </div>
  )
}

/** Key → name of what may be put in order. */
function listNames({ described, profile }: ProfileInHand): ReadonlyMap<string, string> {
  const targets = programmeTargets.filter(
    (target) =>
      ['some', 'strong'].includes(profile.judgements[target]?.need ?? '') ||
      described.priorities.includes(`target:${target}`),
  )
  return new Map([
    ...targets.map((target) => [`target:${target}`, nameTarget(target)] as const),
    ...described.causes.map((one) => [`cause:${one.id}`, namePart('cause', one)] as const),
    ...described.harms.map((one) => [`harm:${one.id}`, namePart('harm', one)] as const),
  ])
}
