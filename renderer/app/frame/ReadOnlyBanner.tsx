import { Text } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useText } from '../i18n.ts'
import { useWorkspace } from '../use-workspace.ts'
import classes from './frame.module.css'

/** Says above every place why nothing can be changed, and what would help. */
export function ReadOnlyBanner() {
  const t = useText()
  const reason = useWorkspace()?.readOnly ?? null
  if (reason === null) return null
  return (
    <section className={classes.banner} role="status">
      <IconLock size={18} aria-hidden />
      <Text size="sm">
        <strong>{t(`workspace:readOnly.${reason}`)}</strong> {t(`workspace:readOnlyRemedy.${reason}`)}
      </Text>
    </section>
  )
}
