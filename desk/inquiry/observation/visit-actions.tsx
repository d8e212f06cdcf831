import { Button, Group, TextInput } from '@mantine/core'
import {
  type HomeVisit,
  mostVisitActions,
  type VisitAction,
} from '../../../core/inquiry/observation/home-visit.ts'
import { DateField, Icon, Section, text } from '../../kit/index.ts'
import { newId } from '../../sync/index.ts'
import styles from '../inquiry.module.css'
import type { VisitForm } from './visit-form-page.tsx'

/** What was agreed: what, who and by when; and when somebody comes again. */
export function ActionFields({ form: { fields, set } }: { readonly form: VisitForm }) {
  const rows = Object.entries(fields.actions)
  const change = (key: string, part: Partial<VisitAction>) => {
    const action = fields.actions[key]
    if (action !== undefined) set({ actions: { ...fields.actions, [key]: { ...action, ...part } } })
  }
  const drop = (key: string) => {
    const { [key]: _gone, ...others } = fields.actions
    set({ actions: others })
  }
  const add = () => {
    const key = newId().replaceAll('-', '')
    const empty = { what: '', who: '', byDay: null, doneOn: null }
    set({ actions: { ...fields.actions, [key]: empty } })
  }
  return (
    <Section
      title={text('observation:fields.actions')}
      hint={text('observation:visit.actionsHint')}
    >
      {rows.map(([key, action], index) => (
        <fieldset key={key} className={styles.fieldset}>
          <legend>{text('observation:visit.actionNo', { no: index + 1 })}</legend>
          <div className={styles.fields}>
            <TextInput
              className={styles.wholeRow}
              label={text('observation:visit.actionWhat')}
              maxLength={300}
              value={action.what}
              onChange={(event) => change(key, { what: event.currentTarget.value })}
            />
            <TextInput
              label={text('observation:visit.actionWho')}
              maxLength={80}
              value={action.who}
              onChange={(event) => change(key, { who: event.currentTarget.value })}
            />
            <DateField
              label={text('observation:visit.actionBy')}
              value={action.byDay}
              onChange={(byDay) => change(key, { byDay })}
            />
          </div>
          <Group mt="xs">
            <Button variant="default" size="sm" onClick={() => drop(key)}>
              {text('observation:visit.actionDrop')}
            </Button>
          </Group>
        </fieldset>
      ))}
      {rows.length < mostVisitActions && (
        <div>
          <Button variant="default" leftSection={<Icon name="plus" />} onClick={add}>
            {text('observation:visit.actionAdd')}
          </Button>
        </div>
      )}
      <DateField
        label={text('observation:fields.nextOn')}
        description={text('observation:visit.nextHint')}
        min={fields.onDay}
        value={fields.nextOn}
        onChange={(nextOn) => set({ nextOn })}
      />
    </Section>
  )
}

/** Rows that were opened and left empty are not agreed. */
export function withoutBlanks(actions: HomeVisit['actions']): HomeVisit['actions'] {
  return Object.fromEntries(Object.entries(actions).filter(([, { what }]) => what.trim() !== ''))
}
