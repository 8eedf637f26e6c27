import type { ReactNode } from 'react'
import classes from './facts.module.css'

type FactsProps = { readonly facts: readonly (readonly [name: string, value: ReactNode])[] }

/** Facts as pairs of name and value. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
