import { Button, Group, Loader } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { ChartSpec } from '../../core/evaluation/charts/chart-spec.ts'
import {
  chartToEchartsOption,
  sizeOfChart,
} from '../../core/evaluation/charts/chart-to-echarts-option.ts'
import { paperTheme } from '../../core/evaluation/charts/echarts-option.ts'
import { done } from '../../core/kit/outcome.ts'
import { DoingNote, text, useDoing, Scrolling } from '../kit/index.ts'
import styles from './evaluation.module.css'
import { savePng, saveSvg } from './save-picture.ts'

const deskTheme = { ...paperTheme, paper: 'transparent' }

/** A picture with its words: drawn when echarts has arrived, readable in print, described for whoever cannot see it. */
export function Chart({
  spec,
  onPaper = spec,
}: {
  readonly spec: ChartSpec
  /** What leaves the screen as a file: codes where the screen shows names. */
  readonly onPaper?: ChartSpec
}) {
  const place = useRef<HTMLDivElement>(null)
  const [drawn, setDrawn] = useState(false)
  const { height, width } = sizeOfChart(spec)
  useEffect(() => {
    let left = false
    let takeDown = (): void => undefined
    void import('./draw-chart.ts').then(({ drawChart }) => {
      if (left || place.current === null) return
      takeDown = drawChart(place.current, chartToEchartsOption({ ...spec, key: '' }, deskTheme))
      setDrawn(true)
    })
    return () => {
      left = true
      takeDown()
    }
  }, [spec])
  return (
    <figure className={styles.figure} data-wide={spec.kind === 'heatTable' ? true : undefined}>
      {spec.key !== '' && <p className={styles.key}>{spec.key}</p>}
      <Frame spec={spec}>
        <div
          ref={place}
          role="img"
          aria-label={spec.description}
          className={styles.picture}
          style={{ height, minWidth: leastWidth(spec, width) }}
        />
      </Frame>
      {!drawn && <Loader size="sm" />}
      <figcaption className={styles.caption}>{spec.title}</figcaption>
      <SaveButtons spec={onPaper} />
    </figure>
  )
}

/** Rows with long names leave no room for the picture on a phone: they get a width of their own. */
function hasWideLabels(spec: ChartSpec): boolean {
  switch (spec.kind) {
    case 'heatTable':
    case 'stems':
    case 'forest':
      return true
    case 'changeDots':
      return !spec.crowded && spec.rows.some(({ label }) => label.length > longestShort)
    default:
      return false
  }
}

/** A family's code fits beside a picture on any screen. */
const longestShort = 10

function leastWidth(spec: ChartSpec, width: number): number | undefined {
  if (spec.kind === 'heatTable') return width
  return hasWideLabels(spec) ? 460 : undefined
}

function Frame({ spec, children }: { readonly spec: ChartSpec; readonly children: ReactNode }) {
  return hasWideLabels(spec) ? <Scrolling label={spec.title}>{children}</Scrolling> : children
}

function SaveButtons({ spec }: { readonly spec: ChartSpec }) {
  const doing = useDoing()
  const save = (write: (chart: ChartSpec) => Promise<void>): void => {
    void doing.run(async () => done(await write(spec)))
  }
  return (
    <>
      <Group gap="xs" className="no-print">
        <Button size="compact-sm" variant="subtle" onClick={() => save(savePng)}>
          {text('evaluation:finding.png')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={() => save(saveSvg)}>
          {text('evaluation:finding.svg')}
        </Button>
      </Group>
      <DoingNote doing={doing} />
    </>
  )
}
