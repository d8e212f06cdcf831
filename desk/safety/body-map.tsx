import { Button, Group } from '@mantine/core'
import type { MouseEvent } from 'react'
import { bodySides, type Concern } from '../../core/safety/concern-shape.ts'
import { DoingNote, text, useDoing } from '../kit/index.ts'
import { KeptText, type LocalRecord, newId } from '../sync/index.ts'
import { BodyOutline } from './body-outline.tsx'
import styles from './safety.module.css'
import { useEditConcern } from './use-concern.ts'

/** Where something was seen without undressing anybody: a tap, and what it looked like. */
export function BodyMap({ its }: { readonly its: LocalRecord<Concern> }) {
  const edit = useEditConcern(its.id)
  const doing = useDoing()
  const open = its.state !== 'closed'
  const marks = Object.entries(its.injuries).sort(([left], [right]) => left.localeCompare(right))
  const put = (side: (typeof bodySides)[number], x: number, y: number) =>
    void doing.run(() =>
      edit({ injuries: { ...its.injuries, [newId()]: { side, x, y, words: '' } } }),
    )
  const tap = (side: (typeof bodySides)[number]) => (event: MouseEvent<SVGSVGElement>) => {
    if (!open) return
    const box = event.currentTarget.getBoundingClientRect()
    const part = (at: number, from: number, size: number) =>
      Math.round(Math.min(100, Math.max(0, ((at - from) / size) * 100)))
    put(side, part(event.clientX, box.left, box.width), part(event.clientY, box.top, box.height))
  }
  return (
    <div className={styles.bodies}>
      {bodySides.map((side) => (
        <figure key={side} className={styles.body}>
          <BodyOutline
            side={side}
            marks={marks.flatMap(([, one], index) =>
              one.side === side ? [{ ...one, no: index + 1 }] : [],
            )}
            onTap={tap(side)}
          />
          <figcaption>{text(`safety:body.${side}`)}</figcaption>
          {open && (
            <Button size="compact-sm" variant="subtle" onClick={() => put(side, 50, 30)}>
              {text('safety:body.byWords')}
            </Button>
          )}
        </figure>
      ))}
      <div className={styles.marks}>
        <span className={styles.quiet}>{text('safety:body.hint')}</span>
        {marks.map(([id, one], index) => (
          <Group key={id} gap="xs" align="flex-end">
            <div style={{ flex: '1 1 8rem', minWidth: 0 }}>
              <KeptText
                name={`concern:${its.id}:injury:${id}`}
                label={text('safety:body.mark', {
                  no: index + 1,
                  side: text(`safety:body.${one.side}`),
                })}
                value={one.words}
                maxLength={400}
                minRows={1}
                readOnly={!open || (its.reportedAt !== null && one.words !== '')}
                onSave={(words, was) =>
                  edit(
                    { injuries: { ...its.injuries, [id]: { ...one, words } } },
                    { injuries: { ...its.injuries, [id]: { ...one, words: was } } },
                  )
                }
              />
            </div>
            {open && its.reportedAt === null && (
              <Button
                variant="subtle"
                color="gray.8"
                onClick={() =>
                  void doing.run(() =>
                    edit({
                      injuries: Object.fromEntries(
                        marks
                          .filter(([other]) => other !== id)
                          .map(([other, mark]) => [other, mark]),
                      ),
                    }),
                  )
                }
              >
                {text('safety:body.remove')}
              </Button>
            )}
          </Group>
        ))}
        <DoingNote doing={doing} />
      </div>
    </div>
  )
}
