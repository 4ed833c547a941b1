"""Name the languages that works and passages are in, as the reader does.

Source: Unicode CLDR.
"""

from __future__ import annotations

from argmap.core.language import Words

LANGUAGE = Words(
    {
        "ar": "Arabic",
        "az": "Azerbaijani",
        "be": "Belarusian",
        "bg": "Bulgarian",
        "bs": "Bosnian",
        "cs": "Czech",
        "da": "Danish",
        "de": "German",
        "el": "Greek",
        "en": "English",
        "es": "Spanish",
        "et": "Estonian",
        "fa": "Persian",
        "fi": "Finnish",
        "fr": "French",
        "he": "Hebrew",
        "hi": "Hindi",
        "hr": "Croatian",
        "hu": "Hungarian",
        "hy": "Armenian",
        "it": "Italian",
        "ja": "Japanese",
        "ka": "Georgian",
        "kk": "Kazakh",
        "ko": "Korean",
        "la": "Latin",
        "lt": "Lithuanian",
        "lv": "Latvian",
        "mk": "Macedonian",
        "nl": "Dutch",
        "no": "Norwegian",
        "pl": "Polish",
        "pt": "Portuguese",
        "ro": "Romanian",
        "ru": "Russian",
        "sk": "Slovak",
        "sl": "Slovenian",
        "sq": "Albanian",
        "sr": "Serbian",
        "sv": "Swedish",
        "tr": "Turkish",
        "uk": "Ukrainian",
        "vi": "Vietnamese",
        "zh": "Chinese",
    },
    context="language",
)
"""Names by ISO 639-1 code."""


def language(code: str) -> str:
    """Name a language as the reader does, or by its code where that is not known."""
    return LANGUAGE.get(code.partition("-")[0].lower(), code)
