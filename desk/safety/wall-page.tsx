import { Button } from '@mantine/core'
import { concernSorts } from '../../core/safety/concern-shape.ts'
import { Icon, Page, text } from '../kit/index.ts'
import { useAgency } from '../sync/index.ts'
import { guidance, say } from './guidance.ts'
import styles from './safety.module.css'
import { useLines } from './use-lines.ts'
import { WhatToDo } from './what-to-do.tsx'
import { WordButton } from './word-button.tsx'

/** Duty, the nine situations, whom to call and what to do: for reading, and as sheets for the wall. */
export function WallPage() {
  const lines = useLines(null, null)
  const { name } = useAgency()
  return (
    <Page
      title={text('safety:wall.title')}
      back={{ to: '/safety', label: text('safety:list.title') }}
      actions={
        <>
          <Button leftSection={<Icon name="print" size={18} />} onClick={() => window.print()}>
            {text('kit:print')}
          </Button>
          <WordButton its={null} />
        </>
      }
    >
      <div className={styles.sheet}>
        <h2>{text('safety:wall.call')}</h2>
        <ul className={styles.wallPhones}>
          {lines.map(({ id, phone, name: called, use, unchecked }) => (
            <li key={id}>
              <strong>{phone}</strong>
              {called}
              <span className={styles.use}>
                {use}
                {unchecked && ` · ${text('safety:call.unchecked')}`}
              </span>
            </li>
          ))}
        </ul>
        <h2>{text('safety:wall.duty')}</h2>
        <ul className={styles.todo}>
          {guidance.duty.map(({ id, text: words, source }) => (
            <li key={id}>
              {say(words)} <span className={styles.quiet}>{say(source)}</span>
            </li>
          ))}
        </ul>
        <h2>{text('safety:wall.nine')}</h2>
        <ol className={styles.todo}>
          {guidance.situations.map(({ no, text: words, source }) => (
            <li key={no}>
              {say(words)} <span className={styles.quiet}>{say(source)}</span>
            </li>
          ))}
        </ol>
        {concernSorts.map((sort) => (
          <section key={sort} className={styles.steps}>
            <h2>{text(`safety:sort.${sort}`)}</h2>
            <WhatToDo sort={sort} />
          </section>
        ))}
        <p className={styles.quiet}>{text('safety:wall.foot', { name })}</p>
      </div>
    </Page>
  )
}
