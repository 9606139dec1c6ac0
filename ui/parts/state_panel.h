// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/card.h"
#include "ui/parts/tone_label.h"

namespace seonchak {

class ActionButton;

/// Replaces the content of an empty page, and says why it is empty and what to do: a heading, a sentence, and
/// sometimes a button. Parts: `<name>Title`, `<name>Sentence`, `<name>Retry`.
class StatePanel : public Card
{
    Q_OBJECT
public:
    enum class State {
        Empty,        ///< no error, but nothing to show yet
        Loading,      ///< the content is on its way
        Error,        ///< the operation failed
        Disconnected, ///< Redis, the database or the server is unavailable
    };
    explicit StatePanel(const QString &name, QWidget *parent = nullptr);
    /// `action` is the button's text; empty: no button.
    void show(State state, const QString &title, const QString &sentence, const QString &action = {});
    /// The standard texts of a page that waits for its first answer.
    void showLoading();
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString title() const { return m_title->text(); }
    [[nodiscard]] QString sentence() const { return m_sentence->text(); }

Q_SIGNALS:
    /// The button was pressed.
    void retryAsked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    State m_state = State::Loading;
    ToneLabel *m_title;
    ToneLabel *m_sentence;
    ActionButton *m_retry;
};

} // namespace seonchak
