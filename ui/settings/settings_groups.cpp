// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_groups.h"

#include "ui/parts/card.h"
#include "ui/parts/list_style.h"
#include "ui/parts/theme.h"
#include "ui/parts/tone_label.h"
#include "ui/settings/appearance_panel.h"
#include "ui/settings/doctor_panel.h"
#include "ui/settings/setting_field.h"
#include "ui/settings/setting_words.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace seonchak {

namespace {

constexpr int fieldsWidthMost = 720;

const QStringList &groupNames()
{
    static const QStringList names =
        QStringLiteral("sale server redis database store strategy logs doctor appearance alarms")
            .split(QLatin1Char(' '));
    return names;
}

} // namespace

SettingsGroups::SettingsGroups(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_pages(new QStackedWidget(this))
    , m_appearance(new AppearancePanel(this))
    , m_doctor(new DoctorPanel(this))
{
    m_list->setObjectName(QStringLiteral("settingsGroups"));
    m_list->setAccessibleName(tr("Groups of settings"));
    m_list->setFrameShape(QFrame::NoFrame);
    styleList(*m_list);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_pages->setObjectName(QStringLiteral("settingsPages"));
    auto *left = new Card(QStringLiteral("settingsGroupsCard"), this);
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(6, 8, 6, 8);
    leftLayout->addWidget(m_list);
    auto *right = new Card(QStringLiteral("settingsFieldsCard"), this);
    auto *rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins(4, 4, 4, 4);
    rightLayout->addWidget(m_pages);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(left);
    layout->addWidget(right, 1);
    connect(m_list, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    m_appearance->hide();
    m_doctor->hide();
}

void SettingsGroups::setRows(const QList<SettingRow> &rows, const QString &secretsFile)
{
    const int chosen = std::max(0, m_list->currentRow());
    const int scrolled = scroll();
    const bool hadFocus = m_pages->isAncestorOf(window()->focusWidget());
    m_appearance->setParent(this); // out of the pages that go
    m_doctor->setParent(this);
    m_fields.clear();
    m_groups.clear();
    m_list->clear();
    while (m_pages->count() > 0) {
        QWidget *old = m_pages->widget(0);
        m_pages->removeWidget(old);
        old->setParent(nullptr);
        old->deleteLater();
    }
    for (const auto &group : groupNames())
        addPage(group, page(group, rows, secretsFile));
    int widest = 0;
    for (const auto &group : groupNames())
        widest = std::max(widest, m_list->fontMetrics().horizontalAdvance(SettingWords::group(group)));
    m_list->setFixedWidth(widest + 56);
    m_list->setCurrentRow(chosen);
    m_pages->setCurrentIndex(chosen);
    if (hadFocus)
        m_list->setFocus();
    markGroups();
    setScroll(scrolled);
}

QScrollBar *SettingsGroups::bar() const
{
    const auto *area = qobject_cast<QScrollArea *>(m_pages->currentWidget());
    return area ? area->verticalScrollBar() : nullptr;
}

int SettingsGroups::scroll() const
{
    return bar() ? bar()->value() : 0;
}

void SettingsGroups::setScroll(int pixels)
{
    auto *wanted = bar();
    if (!wanted || pixels <= 0)
        return;
    // The bar has its range only when the new fields have their sizes; later on a person scrolls.
    constexpr int soonMs = 1000;
    auto *waiting = new QObject(wanted);
    connect(wanted, &QScrollBar::rangeChanged, waiting, [wanted, waiting, pixels] {
        wanted->setValue(pixels);
        if (wanted->value() == pixels)
            waiting->deleteLater();
    });
    QTimer::singleShot(0, waiting, [wanted, pixels] { wanted->setValue(pixels); });
    QTimer::singleShot(soonMs, waiting, &QObject::deleteLater);
}

QString SettingsGroups::group() const
{
    return m_groups.value(m_list->currentRow());
}

void SettingsGroups::setGroup(const QString &group)
{
    if (const int row = int(m_groups.indexOf(group)); row >= 0)
        m_list->setCurrentRow(row);
}

void SettingsGroups::addFields(const QString &group, const QList<SettingRow> &rows,
                               const QString &secretsFile, QVBoxLayout &layout)
{
    const auto restarts = [&group](const SettingRow &row) { return row.group == group && row.needsRestart; };
    if (std::ranges::any_of(rows, restarts)) {
        auto *note = new ToneLabel(QStringLiteral("settingsNote-") + group, layout.parentWidget());
        note->setText(tr("What is changed here counts from the next start on."));
        note->setTone(theme::Tone::Muted);
        note->setScale(0.92);
        note->setWordWrap(true);
        layout.addWidget(note);
    }
    for (const auto &row : rows) {
        if (row.group != group)
            continue;
        auto *field = new SettingField(row, secretsFile, layout.parentWidget());
        connect(field, &SettingField::edited, this, &SettingsGroups::edited);
        connect(field, &SettingField::testAsked, this, &SettingsGroups::testAsked);
        connect(field, &SettingField::browseAsked, this, &SettingsGroups::browseAsked);
        m_fields.append(field);
        layout.addWidget(field);
    }
}

QWidget *SettingsGroups::page(const QString &group, const QList<SettingRow> &rows, const QString &secretsFile)
{
    auto *contents = new QWidget;
    contents->setMaximumWidth(fieldsWidthMost);
    auto *layout = new QVBoxLayout(contents);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(16);
    auto *title = new ToneLabel(QStringLiteral("settingsTitle-") + group, contents);
    title->setText(SettingWords::group(group));
    title->setScale(1.2, true);
    layout->addWidget(title);
    if (group == QLatin1String("appearance")) {
        layout->addWidget(m_appearance);
        m_appearance->show();
    }
    if (group == QLatin1String("doctor")) {
        contents->setMaximumWidth(QWIDGETSIZE_MAX);
        layout->addWidget(m_doctor, 1);
        m_doctor->show();
        return contents; // Its table has the rest of the room.
    }
    addFields(group, rows, secretsFile, *layout);
    layout->addStretch(1);
    return contents;
}

void SettingsGroups::addPage(const QString &group, QWidget *contents)
{
    auto *area = new QScrollArea(m_pages);
    area->setObjectName(QStringLiteral("settingsArea-") + group);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    // The card shows through.
    area->viewport()->setAutoFillBackground(false);
    contents->setAutoFillBackground(false);
    area->setWidget(contents);
    contents->setAutoFillBackground(false);
    m_pages->addWidget(area);
    m_groups.append(group);
    auto *item = new QListWidgetItem(SettingWords::group(group), m_list);
    item->setSizeHint({0, m_list->fontMetrics().lineSpacing() + 14});
}

SettingField *SettingsGroups::field(const QString &key) const
{
    const auto found = std::ranges::find(m_fields, key, [](const SettingField *f) { return f->row().key; });
    return found == m_fields.end() ? nullptr : *found;
}

void SettingsGroups::show(const QString &key)
{
    auto *wanted = field(key);
    if (!wanted)
        return;
    m_list->setCurrentRow(int(m_groups.indexOf(wanted->row().group)));
    wanted->takeFocus();
    if (auto *area = qobject_cast<QScrollArea *>(m_pages->currentWidget()))
        area->ensureWidgetVisible(wanted);
}

void SettingsGroups::markGroups()
{
    for (int number = 0; number < m_groups.size(); ++number) {
        const auto inGroup = [&](const SettingField *f) { return f->row().group == m_groups[number]; };
        const bool wrong =
            std::ranges::any_of(m_fields, [&](const auto *f) { return inGroup(f) && f->hasError(); });
        const bool changed =
            std::ranges::any_of(m_fields, [&](const auto *f) { return inGroup(f) && f->isChanged(); });
        const QString name = SettingWords::group(m_groups[number]);
        auto *item = m_list->item(number);
        item->setText(wrong     ? tr("%1 !", "a group with a mistake").arg(name)
                      : changed ? tr("%1 •", "a group with a change").arg(name)
                                : name);
        item->setForeground(wrong ? QBrush(theme::colour(palette(), theme::Tone::Bad)) : QBrush());
    }
}

} // namespace seonchak
