// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/completion.h"

#include "app/options/command_table.h"
#include "app/options/option_table.h"
#include "core/database/book/book_tokens.h"

namespace seonchak::completion {

namespace {

/// Everything that may be given on the command line.
struct Word
{
    QString name;
    QString valueName; ///< empty: a switch
    QString help;
    QStringList choices;
    bool repeatable = false;

    [[nodiscard]] bool isFolder() const { return valueName == QLatin1String("DIR"); }
    [[nodiscard]] bool isFile() const
    {
        return valueName == QLatin1String("FILE") || valueName == QLatin1String("SOCKET");
    }
};

QList<Word> words()
{
    QList<Word> all;
    for (const auto &option : optionTable())
        all.append({option.name, option.valueName, option.help, option.choiceValues(), option.repeatable});
    for (const auto &option : commandLineOnly())
        all.append({option.name, option.valueName, option.help, {}, false});
    return all;
}

QString namesOf(const QList<Word> &all, bool (*is)(const Word &))
{
    QStringList names;
    for (const auto &word : all) {
        if (is(word))
            names.append(QStringLiteral("--") + word.name);
    }
    return names.join(QLatin1Char('|'));
}

QStringList commandNames()
{
    QStringList names;
    for (const auto &command : commandTable())
        names.append(command.name);
    return names;
}

QString bashCases(const QList<Word> &all)
{
    QString cases;
    for (const auto &word : all) {
        if (!word.choices.isEmpty())
            cases += QStringLiteral("        --%1) words=\"%2\" ;;\n")
                         .arg(word.name, word.choices.join(QLatin1Char(' ')));
    }
    const auto is = [&all](bool (*which)(const Word &)) { return namesOf(all, which); };
    cases += QStringLiteral("        %1) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- "
                            "\"$current\"); return ;;\n")
                 .arg(is([](const Word &word) { return word.isFolder(); }));
    cases += QStringLiteral("        %1) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "
                            "\"$current\"); return ;;\n")
                 .arg(is([](const Word &word) { return word.isFile(); }));
    cases += QStringLiteral("        %1) return ;;\n").arg(is([](const Word &word) {
        return !word.valueName.isEmpty() && word.choices.isEmpty() && !word.isFolder() && !word.isFile();
    }));
    return cases;
}

/// Escapes a text for '…' of a shell, in brackets of _arguments.
QString zshText(QString text)
{
    for (const char *special : {"\\", "[", "]", ":"})
        text.replace(QLatin1String(special), QLatin1Char('\\') + QLatin1String(special));
    return text.replace(QLatin1Char('\''), QStringLiteral("'\\''"));
}

QString zshSpec(const Word &word)
{
    QString action;
    if (!word.choices.isEmpty())
        action = QLatin1Char('(') + word.choices.join(QLatin1Char(' ')) + QLatin1Char(')');
    else if (word.isFolder())
        action = QStringLiteral("_files -/");
    else if (word.isFile())
        action = QStringLiteral("_files");
    const QString value =
        word.valueName.isEmpty() ? QString() : QStringLiteral(":%1:%2").arg(zshText(word.valueName), action);
    return QStringLiteral("        '%1--%2%3[%4]%5'\n")
        .arg(word.repeatable ? QStringLiteral("*") : QString(), word.name,
             value.isEmpty() ? QString() : QStringLiteral("="), zshText(word.help), value);
}

constexpr const char *bashScript =
    R"(# bash completion of seonchak and seonchakd; made by: seonchakd print bash-completion
_seonchak() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    local words="%OPTIONS%"
    COMPREPLY=()
    # Bash breaks --option=value at the sign.
    if [ "$current" = "=" ]; then
        current=
    elif [ "$previous" = "=" ]; then
        previous=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    if [ "${COMP_WORDS[0]##*/}" = seonchakd ]; then
        if [ "$COMP_CWORD" -eq 1 ]; then
            words="%COMMANDS% $words"
        elif [ "${COMP_WORDS[1]}" = print ]; then
            words="%PRINTED%"
        elif [ "${COMP_WORDS[1]}" = doctor ]; then
            words="--json $words"
        elif [ "${COMP_WORDS[1]}" = token ]; then
            words="add list revoke --role --json $words"
        elif [ "${COMP_WORDS[1]}" = verify ]; then
            previous=--data-dir
        elif [ "${COMP_WORDS[1]}" = lab ]; then
            words="--help"
        fi
    fi
    case $previous in
        --role) words="%ROLES%" ;;
%CASES%    esac
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}
complete -F _seonchak seonchak seonchakd
)";

constexpr const char *zshScript = R"(#compdef seonchak seonchakd
# zsh completion of seonchak and seonchakd; made by: seonchakd print zsh-completion
_seonchak() {
    local -a options
    options=(
%SPECS%    )
    if [[ $service == seonchakd ]] && (( CURRENT > 2 )); then
        case $words[2] in
        print) (( CURRENT == 3 )) && compadd -- %PRINTED%; return ;;
        verify) _files -/; return ;;
        lab) compadd -- --help; return ;;
        token)
            options+=('--role=[what its holder may do]:ROLE:(%ROLES%)' '--json[one JSON object]' '1:verb:(add list revoke)' '2:name:')
            words=("$words[1]" "${(@)words[3,-1]}")
            (( CURRENT-- )) ;;
        new-sale)
            options+=('1:name:')
            words=("$words[1]" "${(@)words[3,-1]}")
            (( CURRENT-- )) ;;
        doctor)
            options+=('--json[one JSON object]')
            words=("$words[1]" "${(@)words[3,-1]}")
            (( CURRENT-- )) ;;
        esac
    elif [[ $service == seonchakd && $words[2] != -* ]]; then
        local -a commands
        commands=(
%COMMANDS%        )
        _describe command commands
    fi
    _arguments $options
}
_seonchak "$@"
)";

} // namespace

QString bash(const QStringList &printed)
{
    const auto all = words();
    QStringList options;
    for (const auto &word : all)
        options.append(QStringLiteral("--") + word.name);
    return QString::fromUtf8(bashScript)
        .replace(QLatin1String("%OPTIONS%"), options.join(QLatin1Char(' ')))
        .replace(QLatin1String("%COMMANDS%"), commandNames().join(QLatin1Char(' ')))
        .replace(QLatin1String("%PRINTED%"), printed.join(QLatin1Char(' ')))
        .replace(QLatin1String("%ROLES%"), roleNames().join(QLatin1Char(' ')))
        .replace(QLatin1String("%CASES%"), bashCases(all));
}

QString zsh(const QStringList &printed)
{
    QString specs;
    for (const auto &word : words())
        specs += zshSpec(word);
    QString commands;
    for (const auto &command : commandTable())
        commands += QStringLiteral("            '%1:%2'\n").arg(command.name, zshText(command.help));
    return QString::fromUtf8(zshScript)
        .replace(QLatin1String("%SPECS%"), specs)
        .replace(QLatin1String("%ROLES%"), roleNames().join(QLatin1Char(' ')))
        .replace(QLatin1String("%COMMANDS%"), commands)
        .replace(QLatin1String("%PRINTED%"), printed.join(QLatin1Char(' ')));
}

} // namespace seonchak::completion
