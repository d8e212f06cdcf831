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
      takeDown = drawChart(place.current, (room) => ({
        option: chartToEchartsOption({ ...spec, key: '' }, deskTheme, room),
        height: sizeOfChart(spec, room).height,
      }))
      setDrawn(true)
    })
    return () => {
      left = true
      takeDown()
    }
  }, [spec])
  return (
    <figure className={styles.figure} data-wide={spec.kind === 'heatTable' ? true : undefined}>
      {spec.key !== '' && <div className={styles.key}>{spec.key}</div>}
      <Frame spec={spec}>
        <div
          ref={place}
          role="img"
          aria-label={spec.description}
          className={styles.picture}
          style={{ height, minWidth: spec.kind === 'heatTable' ? width : undefined }}
        />
      </Frame>
      {!drawn && <Loader size="sm" />}
      <figcaption className={styles.caption}>{spec.title}</figcaption>
      <SaveButtons spec={onPaper} />
    </figure>
  )
}

/** A table of many columns keeps its width and moves by itself; every other picture fits any screen. */
function Frame({ spec, children }: { readonly spec: ChartSpec; readonly children: ReactNode }) {
  return spec.kind === 'heatTable' ? <Scrolling label={spec.title}>{children}</Scrolling> : children
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
