// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/appearance_panel.h"

#include "ui/parts/labelled_field.h"

#include <QComboBox>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace seonchak {

namespace {

constexpr int boxWidth = 260;

void choose(QComboBox &box, const QString &data)
{
    const QSignalBlocker quiet(box);
    box.setCurrentIndex(std::max(0, box.findData(data)));
}

} // namespace

AppearancePanel::AppearancePanel(QWidget *parent)
    : QWidget(parent)
    , m_language(new QComboBox(this))
    , m_theme(new QComboBox(this))
{
    m_language->setObjectName(QStringLiteral("appearanceLanguage"));
    m_language->addItem(tr("As the system"), QStringLiteral("system"));
    // Each language by its own name, for people who cannot read the present one.
    m_language->addItem(QString::fromUtf8("한국어"), QStringLiteral("ko"));
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_theme->setObjectName(QStringLiteral("appearanceTheme"));
    m_theme->addItem(tr("As the system"), QStringLiteral("system"));
    m_theme->addItem(tr("Light"), QStringLiteral("light"));
    m_theme->addItem(tr("Dark"), QStringLiteral("dark"));
    for (auto *box : {m_language, m_theme})
        box->setFixedWidth(boxWidth);
    auto *language = new LabelledField(tr("Lan&guage"), m_language, this);
    language->setHint(tr("Of this window. Takes effect at once."));
    auto *theme = new LabelledField(tr("&Colours"), m_theme, this);
    theme->setHint(tr("Takes effect at once."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addWidget(language);
    layout->addWidget(theme);
    connect(m_language, &QComboBox::currentIndexChanged, this,
            [this] { Q_EMIT languageChosen(m_language->currentData().toString()); });
    connect(m_theme, &QComboBox::currentIndexChanged, this,
            [this] { Q_EMIT themeChosen(m_theme->currentData().toString()); });
}

void AppearancePanel::setLanguage(const QString &language)
{
    choose(*m_language, language);
}

void AppearancePanel::setTheme(const QString &theme)
{
    choose(*m_theme, theme);
}

} // namespace seonchak
