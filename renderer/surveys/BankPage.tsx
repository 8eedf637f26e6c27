import { Button, Select, Table, Text } from '@mantine/core'
import { IconArrowLeft, IconFileSpreadsheet } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Audience, audienceSchema } from '../../shared/stakeholders/involvement.ts'
import { data, orpc, shell } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { notifyDone, notifyRefusal } from '../app/notify.tsx'
import { useLanguage } from '../app/preferences.tsx'
import { ButtonLink } from '../components/links.tsx'
import { PlaceHeader } from '../components/PlaceHeader.tsx'
import classes from '../stakeholders/stakeholders.module.css'

/** The questions that come with the program, to be put into a survey tool. */
export function BankPage() {
  const t = useText()
  const language = useLanguage()
  const bank = useQuery(orpc.surveys.bank.queryOptions()).data
  const [audience, setAudience] = useState<Audience>('student')
  const questions = (bank?.questions ?? []).filter(({ audiences }) => audiences.includes(audience))
  const asked = new Set(bank?.questions.flatMap(({ audiences }) => audiences))

  const save = async () => {
    const suggestedName = `${t('surveys:bank.title')} – ${t(`stakeholders:audience.${audience}`)}.xlsx`
    const to = await shell.chooseTarget({ purpose: 'xlsx', suggestedName })
    if (to === null) return
    const { questions: count } = await data.surveys.saveQuestions({ audience, language, to })
    notifyDone(t('surveys:bank.saved', { count }))
  }
  return (
    <div className={classes.place}>
      <PlaceHeader
        title={t('surveys:bank.title')}
        actions={
          <>
            <ButtonLink to="/surveys" variant="default" leftSection={<IconArrowLeft size={18} aria-hidden />}>
              {t('surveys:import.back')}
            </ButtonLink>
            <Button
              leftSection={<IconFileSpreadsheet size={18} aria-hidden />}
              onClick={() => void save().catch(notifyRefusal)}
            >
              {t('surveys:bank.save')}
            </Button>
          </>
        }
      />
      <div className={classes.scroll}>
        <Text size="sm" mb="md" maw={820}>
          {t('surveys:bank.text', { version: bank?.version ?? '' })}
        </Text>
        <Select
          label={t('surveys:field.audience')}
          maw={320}
          mb="md"
          data={audienceSchema.options
            .filter((value) => asked.has(value))
            .map((value) => ({ value, label: t(`stakeholders:audience.${value}`) }))}
          value={audience}
          allowDeselect={false}
          onChange={(value) => setAudience(audienceSchema.parse(value))}
        />
        <Table aria-label={t('surveys:bank.title')} maw={1100}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('surveys:question.code')}</Table.Th>
              <Table.Th>{t('surveys:question.text')}</Table.Th>
              <Table.Th>{t('surveys:question.scale')}</Table.Th>
              <Table.Th>{t('surveys:bank.standard')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {questions.map(({ code, texts, scale, standard }) => (
              <Table.Tr key={code}>
                <Table.Td>{code}</Table.Td>
                <Table.Td>{texts[language]}</Table.Td>
                <Table.Td>{t(`surveys:scale.${scale}`)}</Table.Td>
                <Table.Td>{standard}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </div>
  )
}
