import { Text } from '@mantine/core'
import { type NumberSource, useSourceInWords } from './source-words.ts'
import classes from './overview.module.css'

/** The source of some numbers, below them. */
export function SourceLine(props: NumberSource) {
  const words = useSourceInWords(props)
  if (words === null) return null
  return (
    <Text component="p" size="xs" c="dimmed" className={classes.source}>
      {words}
    </Text>
  )
}
