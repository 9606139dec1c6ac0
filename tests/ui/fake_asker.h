// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/asker.h"

#include <vector>

namespace seonchak {

/// Remembers what was asked; the test answers when it wants to.
class FakeAsker final : public Asker
{
public:
    void choose(QWidget *, const Question &question, std::function<void(Decision)> answered) override
    {
        questions.push_back(question);
        m_answered = std::move(answered);
    }
    void openFile(QWidget *, const QString &, const QString &,
                  std::function<void(const QString &)> chosen) override
    {
        m_chosen = std::move(chosen);
    }
    void saveFile(QWidget *, const QString &, const QString &suggestion, const QString &,
                  std::function<void(const QString &)> chosen) override
    {
        suggestions.push_back(suggestion);
        m_chosen = std::move(chosen);
    }
    void answer(bool yes) { answer(yes ? Decision::Yes : Decision::No); }
    void answer(Decision decision) { std::exchange(m_answered, {})(decision); }
    void choose(const QString &path) { std::exchange(m_chosen, {})(path); }

    std::vector<Question> questions;
    std::vector<QString> suggestions;

private:
    std::function<void(Decision)> m_answered;
    std::function<void(const QString &)> m_chosen;
};

} // namespace seonchak
