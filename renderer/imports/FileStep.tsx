import { Button, Group, Text } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import type { FileGrant } from '../../shared/kernel/contract-base.ts'
import { data, shell } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { notifyDone, notifyRefusal } from '../app/notify.tsx'
import { useLanguage } from '../app/preferences.tsx'
import classes from './imports.module.css'

type FileStepProps = { readonly onChoose: (file: FileGrant) => void; readonly isReadOnly: boolean }

/** The first step: a register from the disk, by dialog or dropped on the window, or an empty one to fill in. */
export function FileStep({ onChoose, isReadOnly }: FileStepProps) {
  const t = useText()
  const language = useLanguage()

  async function choose() {
    const [file] = await shell.chooseFiles({ purpose: 'register', multiple: false })
    if (file !== undefined) onChoose(file)
  }

  async function saveTemplate() {
    const to = await shell.chooseTarget({
      purpose: 'xlsx',
      suggestedName: `${t('imports:template.name')}.xlsx`,
    })
    if (to === null) return
    await data.imports.saveTemplate({ to, language })
    notifyDone(t('imports:template.saved', { name: to.name }))
  }

  return (
    <div className={classes.drop}>
      <IconFileSpreadsheet size={36} stroke={1.4} color="var(--qos-muted)" aria-hidden />
      <Text maw={620}>{t('imports:file.text')}</Text>
      <Group justify="center">
        <Button disabled={isReadOnly} onClick={() => void choose().catch(notifyRefusal)}>
          {t('imports:file.choose')}
        </Button>
        <Button variant="default" onClick={() => void saveTemplate().catch(notifyRefusal)}>
          {t('imports:template.save')}
        </Button>
      </Group>
      <Text size="xs" c="dimmed">
        {t('imports:file.drop')}
      </Text>
    </div>
  )
}
