import { Loader } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { ChartSpec } from '../../core/evaluation/charts/chart-spec.ts'
import {
  chartToEchartsOption,
  sizeOfChart,
} from '../../core/evaluation/charts/chart-to-echarts-option.ts'
import { paperTheme } from '../../core/evaluation/charts/echarts-option.ts'
import styles from './evaluation.module.css'

const deskTheme = { ...paperTheme, paper: 'transparent' }

/** A picture with its words: drawn when echarts has arrived, readable in print, described for whoever cannot see it. */
export function Chart({ spec }: { readonly spec: ChartSpec }) {
  const place = useRef<HTMLDivElement>(null)
  const [drawn, setDrawn] = useState(false)
  const { height } = sizeOfChart(spec)
  useEffect(() => {
    let left = false
    let takeDown = (): void => undefined
    void import('./draw-chart.ts').then(({ drawChart }) => {
      if (left || place.current === null) return
      takeDown = drawChart(place.current, chartToEchartsOption(spec, deskTheme))
      setDrawn(true)
    })
    return () => {
      left = true
      takeDown()
    }
  }, [spec])
  return (
    <figure className={styles.figure}>
      <div
        ref={place}
        role="img"
        aria-label={spec.description}
        className={styles.picture}
        style={{ height }}
      />
      {!drawn && <Loader size="sm" />}
      <figcaption className={styles.caption}>{spec.title}</figcaption>
    </figure>
  )
}
