import { Button, Group, SimpleGrid, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  type BudgetLine,
  sumBudget,
  sumOfLine,
} from '../../../core/groupwork/planning/group-plan.ts'
import {
  DoingNote,
  Form,
  formatNumber,
  Scrolling,
  Section,
  text,
  useDoing,
} from '../../kit/index.ts'
import { newId } from '../../sync/index.ts'
import styles from './planning.module.css'
import type { PlanInHand } from './use-plan.ts'

/** What the group costs, line by line, who pays it, and the sum. */
export function PlanBudget({
  inHand,
  editing,
}: {
  readonly inHand: PlanInHand
  readonly editing: boolean
}) {
  const doing = useDoing()
  const { budget } = inHand.plan
  const lines = Object.entries(budget).sort(([left], [right]) => left.localeCompare(right))
  const drop = (key: string) =>
    doing.run(() =>
      inHand.write((present) => ({
        budget: Object.fromEntries(
          Object.entries(present.budget).filter(([other]) => other !== key),
        ),
      })),
    )
  return (
    <Section title={text('groupwork:planning.budget')} hint={text('groupwork:planning.budgetHint')}>
      {lines.length > 0 && (
        <Scrolling label={text('groupwork:planning.budget')}>
          <table className={[styles.table, styles.budget].join(' ')}>
            <thead>
              <tr>
                <th scope="col">{text('groupwork:planning.item')}</th>
                <th scope="col" className={styles.number}>
                  {text('groupwork:planning.quantity')}
                </th>
                <th scope="col" className={styles.number}>
                  {text('groupwork:planning.unitPrice')}
                </th>
                <th scope="col" className={styles.number}>
                  {text('groupwork:planning.amount')}
                </th>
                <th scope="col">{text('groupwork:planning.payer')}</th>
                {editing && <th className={styles.onScreen} />}
              </tr>
            </thead>
            <tbody>
              {lines.map(([key, line]) => (
                <tr key={key}>
                  <th scope="row">{line.item}</th>
                  <td className={styles.number}>{formatNumber(line.quantity)}</td>
                  <td className={styles.number}>{yuan(line.unitPrice)}</td>
                  <td className={styles.number}>{yuan(sumOfLine(line))}</td>
                  <td>{line.source}</td>
                  {editing && (
                    <td className={styles.onScreen}>
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={text('groupwork:planning.dropLine', { item: line.item })}
                        onClick={() => void drop(key)}
                      >
                        {text('kit:remove')}
                      </Button>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row" colSpan={3}>
                  {text('groupwork:planning.sum')}
                </th>
                <td className={styles.number}>{yuan(sumBudget(budget))}</td>
                <td />
              </tr>
            </tfoot>
          </table>
        </Scrolling>
      )}
      <DoingNote doing={doing} />
      {lines.length === 0 && !editing && (
        <p className={styles.fine}>{text('groupwork:planning.noBudget')}</p>
      )}
      {editing && <LineForm inHand={inHand} />}
    </Section>
  )
}

const blank = { item: '', quantity: '', price: '', source: '' }

function LineForm({ inHand }: { readonly inHand: PlanInHand }) {
  const doing = useDoing()
  const [words, setWords] = useState(blank)
  const line = lineFrom(words)
  const add = async () => {
    if (line === null) return
    const write = () =>
      inHand.write((present) => ({ budget: { ...present.budget, [newId()]: line } }))
    if ((await doing.run(write)) !== null) setWords(blank)
  }
  const field = (name: keyof typeof blank, label: string, inputMode?: 'decimal') => (
    <TextInput
      label={label}
      {...(inputMode === undefined ? {} : { inputMode })}
      maxLength={120}
      value={words[name]}
      onChange={(event) => setWords({ ...words, [name]: event.currentTarget.value })}
    />
  )
  return (
    <Form onSubmit={() => void add()} label={text('groupwork:planning.addLine')}>
      <SimpleGrid cols={{ base: 2, sm: 4 }}>
        {field('item', text('groupwork:planning.item'))}
        {field('quantity', text('groupwork:planning.quantity'), 'decimal')}
        {field('price', text('groupwork:planning.unitPrice'), 'decimal')}
        {field('source', text('groupwork:planning.payer'))}
      </SimpleGrid>
      <DoingNote doing={doing} />
      <Group>
        <Button type="submit" variant="default" loading={doing.busy} disabled={line === null}>
          {text('groupwork:planning.addLine')}
        </Button>
      </Group>
    </Form>
  )
}

/** Null while it is not a line yet. */
function lineFrom({ item, quantity, price, source }: typeof blank): BudgetLine | null {
  const count = Number(quantity)
  const fen = Math.round(Number(price) * 100)
  const fits = item.trim() !== '' && quantity.trim() !== '' && price.trim() !== ''
  if (!fits || !(count >= 0 && count <= 1_000_000) || !(fen >= 0 && fen <= 1_000_000_000))
    return null
  return { item: item.trim(), quantity: count, unitPrice: fen, source: source.trim() }
}

function yuan(fen: number): string {
  return formatNumber(fen / 100, 2)
}
